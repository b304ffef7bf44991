package dev.bricklayer.bff.intent;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;

/** What a form is about. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "form")
public sealed interface Form {

  /**
   * A new bot with its first reminder.
   *
   * @param voice what it speaks with
   * @param spot where it was asked for: it speaks there unless another channel is chosen
   */
  record NewBot(Voice voice, Spot spot) implements Form {}

  /** One more reminder of a bot. */
  record NewReminder(BotId bot, Spot spot) implements Form {}

  /** Another name for a bot. */
  record RenameBot(BotId bot) implements Form {}

  /** A new token for a bot that stands still for want of one. */
  record NewToken(BotId bot) implements Form {}

  /**
   * A change of a reminder.
   *
   * @param revision as it was when the form was opened
   */
  record EditReminder(BotId bot, JobId job, long revision, Spot spot) implements Form {}

  /**
   * Until when a reminder is silent.
   *
   * @param revision as it was when the form was opened
   */
  record Silence(BotId bot, JobId job, long revision) implements Form {}
}
