package dev.bricklayer.bff.undelivered;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.cards.Part.Tone;
import dev.bricklayer.bff.channels.ChannelNames;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.bff.people.Habits;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.reminder.BotSilenced;
import dev.bricklayer.contracts.reminder.JobSilenced;
import dev.bricklayer.contracts.reminder.MentionsChecked;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import dev.bricklayer.problems.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cards that say why something was not delivered, give its text back, and start it again. */
@Component
class WordCards {

  private static final Wording WORDS = Wording.beside(WordCards.class);

  private final Bots bots;
  private final JobRows rows;
  private final ChannelNames channels;

  WordCards(Bots bots, JobRows rows, ChannelNames channels) {
    this.bots = bots;
    this.rows = rows;
    this.channels = channels;
  }

  /** The reason, and the whole text: in the same post where it fits, else in those that follow. */
  List<Card> undelivered(ReminderUndeliverable event, PersonId owner, Habits habits) {
    Locale locale = habits.locale();
    Optional<BotView> bot = bots.find(event.botId(), owner, locale);
    Optional<JobView> job = bot.flatMap(known -> job(known, event.jobId()));
    String heading =
        WORDS
            .text(
                event.maybePosted() ? "unknown" : "undelivered",
                name(bot, job, locale),
                when(event.plannedAt(), job, habits))
            .in(locale);
    String reason = reason(event.code(), event.reason(), locale);
    List<Part> parts = standsStill(event, job) ? again(event.code(), bot, job, locale) : List.of();
    String whole = heading + "\n" + reason + "\n\n" + event.text();
    if (whole.length() <= Pieces.MOST) {
      return List.of(new Card(whole, parts));
    }
    List<Card> cards = new ArrayList<>();
    cards.add(new Card(heading + "\n" + reason + "\n" + say("text-follows", locale), parts));
    Pieces.of(event.text(), Pieces.MOST).forEach(piece -> cards.add(Card.of(piece)));
    return cards;
  }

  /** What was asked for beside the schedule may fail for reasons that do not stop it. */
  private static boolean standsStill(ReminderUndeliverable event, Optional<JobView> job) {
    return !event.manual()
        || job.flatMap(view -> Optional.ofNullable(view.stopReason())).isPresent();
  }

  /** Found out ahead: nothing was lost yet. */
  List<Card> jobStopped(JobSilenced event, PersonId owner, Habits habits) {
    Locale locale = habits.locale();
    Optional<BotView> bot = bots.find(event.botId(), owner, locale);
    Optional<JobView> job = bot.flatMap(known -> job(known, event.jobId()));
    String text = WORDS.text("job-stopped", name(bot, job, locale)).in(locale);
    return List.of(
        new Card(
            text + "\n" + reason(event.code(), "", locale), again(event.code(), bot, job, locale)));
  }

  /**
   * It is posted all the same; where it was changed or deleted meanwhile there is nothing to say.
   */
  List<Card> muted(MentionsChecked event, PersonId owner, Habits habits) {
    Locale locale = habits.locale();
    return bots.find(event.botId(), owner, locale).stream()
        .flatMap(
            bot ->
                job(bot, event.jobId())
                    .filter(job -> job.revision() == event.revision())
                    .map(job -> muted(bot, job, locale))
                    .stream())
        .toList();
  }

  private Card muted(BotView bot, JobView job, Locale locale) {
    String text =
        WORDS
            .text(
                "muted",
                JobRows.plain(bot.name() + "/" + job.shortName()),
                channels.shown(job.channel(), locale))
            .in(locale);
    return Card.of(
        text,
        new Part(
            "",
            Tone.WARNING,
            List.of(
                Choice.of(
                    say("button.edit", locale), new Press.EditReminder(bot.id(), job.id())))));
  }

  /** With a way to give it what it lacks. */
  List<Card> botStopped(BotSilenced event, PersonId owner, Habits habits) {
    Locale locale = habits.locale();
    return bots.find(event.botId(), owner, locale).stream()
        .map(bot -> botStopped(event, bot, locale))
        .toList();
  }

  private static Card botStopped(BotSilenced event, BotView bot, Locale locale) {
    String text =
        WORDS
            .text(
                "bot-stopped." + event.voice(),
                JobRows.plain(bot.name()),
                bot.username(),
                bot.jobs().size())
            .in(locale);
    List<Choice> choices = new ArrayList<>();
    if (event.voice() == BotSilenced.Voice.OWN_TOKEN) {
      choices.add(Choice.main(say("button.new-token", locale), new Press.GiveToken(bot.id())));
    }
    choices.add(Choice.of(say("button.reminders", locale), new Press.ShowReminders(bot.id(), 0)));
    return Card.of(text, new Part("", Tone.BAD, choices));
  }

  /** For administrators: all bots that share Bricklayer's token stand still. */
  Card sharedStopped(BotSilenced event, Habits habits) {
    return Card.of(WORDS.text("bot-stopped." + event.voice()).in(habits.locale()));
  }

  /** What starts it again, where somebody has to; what a bot lacks stands on the bot's own card. */
  private List<Part> again(
      @Nullable RefusalCode code, Optional<BotView> bot, Optional<JobView> job, Locale locale) {
    if (code == null || code == RefusalCode.TOKEN_INVALID || bot.isEmpty() || job.isEmpty()) {
      return List.of();
    }
    BotId botId = bot.get().id();
    JobView view = job.get();
    return List.of(
        new Part(
            say("stands-still", locale),
            Tone.BAD,
            List.of(
                Choice.main(
                    say("button.resume", locale),
                    new Press.SetFiring(botId, view.id(), view.revision(), true)),
                Choice.of(say("button.edit", locale), new Press.EditReminder(botId, view.id())),
                Choice.of(
                    say("button.delete", locale), new Press.AskDeleteReminder(botId, view.id())))));
  }

  private static Optional<JobView> job(BotView bot, JobId id) {
    return bot.jobs().stream().filter(job -> job.id().equals(id)).findFirst();
  }

  private static String name(Optional<BotView> bot, Optional<JobView> job, Locale locale) {
    return bot.flatMap(
            known -> job.map(view -> JobRows.plain(known.name() + "/" + view.shortName())))
        .orElseGet(() -> say("gone", locale));
  }

  private String when(Instant plannedAt, Optional<JobView> job, Habits habits) {
    ZoneId own = habits.zone() == null ? ZoneOffset.UTC : habits.zone();
    ZoneId zone = job.map(view -> view.schedule().timeZone()).map(ZoneId::of).orElse(own);
    return rows.moment(plannedAt.atZone(zone).toOffsetDateTime(), habits.locale());
  }

  /** What Mattermost said, where there is no word of ours for it. */
  private static String reason(@Nullable RefusalCode code, String detail, Locale locale) {
    return code == null
        ? WORDS.text("reason.said", detail).in(locale)
        : Refusals.problem(Refusal.of(code, "")).detail().in(locale);
  }

  private static String say(String key, Locale locale) {
    return WORDS.text(key).in(locale);
  }
}
