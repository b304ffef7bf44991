package dev.bricklayer.bff.intent;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a button means. It names the state that it leads to, never "the other one", so that clicking
 * twice is clicking once; and what it changes it names with the revision that was shown, so that an
 * old button changes nothing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "press")
public sealed interface Press {

  /** The menu. */
  record ShowMenu() implements Press {}

  /** All that can be typed. */
  record ShowHelp() implements Press {}

  /** How an account is linked. */
  record ShowLinking() implements Press {}

  /** Yes, this account and I are one. */
  record ConfirmLink(UUID link) implements Press {}

  /** The form for a new bot; without a voice, with the one that bots of this installation have. */
  record MakeBot(@Nullable Voice voice) implements Press {}

  /** The form for one more reminder; without a bot, which bot first. */
  record AddReminder(@Nullable BotId bot) implements Press {}

  /** A form that was filled in before. */
  record OpenDraft(UUID draft) implements Press {}

  /** What was typed before, as it was understood. */
  record SaveDraft(UUID draft) implements Press {}

  /** What was typed before, at this time, said as people type it. */
  record ChooseTime(UUID draft, String typed) implements Press {}

  /** A page of a bot's reminders; without a bot, which bot first. */
  record ShowReminders(@Nullable BotId bot, int page) implements Press {}

  /** What became of a reminder's last runs. */
  record ShowRuns(BotId bot, JobId job) implements Press {}

  /**
   * A reminder is posted once now, beside its schedule.
   *
   * @param toMe whether as a test to whoever clicks, instead of in its channel
   */
  record RunReminder(BotId bot, JobId job, boolean toMe) implements Press {}

  /** The form for a bot's new token. */
  record GiveToken(BotId bot) implements Press {}

  /** The form that changes a reminder. */
  record EditReminder(BotId bot, JobId job) implements Press {}

  /** A reminder fires from now on, or stands still. */
  record SetFiring(BotId bot, JobId job, long revision, boolean firing) implements Press {}

  /** What a reminder could leave out. */
  record AskSilence(BotId bot, JobId job) implements Press {}

  /** The form that says until when a reminder is silent. */
  record SayUntil(BotId bot, JobId job) implements Press {}

  /**
   * A reminder's runs before an instant pass in silence.
   *
   * @param until null where it speaks by its schedule again
   */
  record SetSilence(BotId bot, JobId job, long revision, @Nullable Instant until)
      implements Press {}

  /** The form that gives a bot another name. */
  record RenameBot(BotId bot) implements Press {}

  /** What would go with a reminder. */
  record AskDeleteReminder(BotId bot, JobId job) implements Press {}

  /** A reminder goes, as it was shown. */
  record DeleteReminder(BotId bot, JobId job, long revision) implements Press {}

  /** What would go with a bot; without one, which bot first. */
  record AskDeleteBot(@Nullable BotId bot) implements Press {}

  /**
   * A bot goes with all that was shown.
   *
   * @param reminders how many of them
   */
  record DeleteBot(BotId bot, int reminders) implements Press {}
}
