package dev.bricklayer.bff.endings;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.cards.Part.Tone;
import dev.bricklayer.bff.channels.ChannelNames;
import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.bff.rows.RowChoices;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The card that says how something ended. */
@Component
class EndCards {

  private static final Wording WORDS = Wording.beside(EndCards.class);
  private static final int NEXT_RUNS = 3;

  private final Bots bots;
  private final JobRows rows;
  private final ChannelNames channels;

  EndCards(Bots bots, JobRows rows, ChannelNames channels) {
    this.bots = bots;
    this.rows = rows;
    this.channels = channels;
  }

  Card of(Operation operation, Telling telling) {
    return switch (operation.progress()) {
      case Progress.Done _ -> done(operation, telling);
      case Progress.Undone(var refusal) -> undone(operation, refusal, telling);
      case Progress.Working _, Progress.NeedsHelp _ -> underWay(telling);
    };
  }

  /** Without buttons: whatever they would do, it is not the time for it. */
  Card underWay(Telling telling) {
    return Card.of(say("under-way", telling, name(telling.deed())));
  }

  /** What was typed is still there, and what it was about is shown as it is. */
  private Card undone(Operation operation, Refusal refusal, Telling telling) {
    Locale locale = telling.language();
    String why =
        Refusals.problem(refusal).detail().in(locale) + invitation(operation, refusal, telling);
    List<Choice> again =
        Optional.ofNullable(telling.draft()).stream()
            .map(id -> Choice.main(say("open-again", telling), new Press.OpenDraft(id)))
            .toList();
    String key =
        switch (telling.deed()) {
          case Deed.MakeBot _, Deed.AddReminder _ -> "undone";
          case Deed.RenameBot _,
              Deed.ChangeReminder _,
              Deed.Pause _,
              Deed.Resume _,
              Deed.Silence _,
              Deed.SpeakAgain _,
              Deed.GiveToken _,
              Deed.DeleteReminder _,
              Deed.DeleteBot _ ->
              "not-done";
        };
    return new Card(
        say(key, telling, name(telling.deed())),
        Stream.concat(Stream.of(new Part(why, Tone.BAD, again)), job(operation, telling)).toList());
  }

  /** What exactly to type where the bot is not in its channel, and nobody could let it in. */
  private String invitation(Operation operation, Refusal refusal, Telling telling) {
    boolean outside =
        refusal.code() == RefusalCode.BOT_NOT_MEMBER
            || refusal.code() == RefusalCode.CHANNEL_UNKNOWN;
    return !outside
        ? ""
        : jobs(operation, telling)
            .map(found -> "\n" + invitation(found.bot(), found.job(), telling))
            .findFirst()
            .orElse("");
  }

  private String invitation(BotView bot, JobView job, Telling telling) {
    String channel = channels.shown(job.channel(), telling.language());
    return say("invite", telling, bot.username(), channel);
  }

  private Card done(Operation operation, Telling telling) {
    return switch (telling.deed()) {
      case Deed.MakeBot(var name) -> bot(operation, "done.made", name, telling);
      case Deed.RenameBot(var name) ->
          onward(say("done.renamed", telling, JobRows.plain(name)), telling);
      case Deed.AddReminder(var name) -> changed(operation, "done.added", name, telling);
      case Deed.ChangeReminder(var name) -> changed(operation, "done.changed", name, telling);
      case Deed.Pause(var name) -> changed(operation, "done.paused", name, telling);
      case Deed.Resume(var name) -> changed(operation, "done.resumed", name, telling);
      case Deed.Silence(var name) -> changed(operation, "done.silent", name, telling);
      case Deed.SpeakAgain(var name) -> changed(operation, "done.speaks", name, telling);
      case Deed.GiveToken(var name) -> bot(operation, "done.token", name, telling);
      case Deed.DeleteReminder(var name) ->
          onward(say("done.deleted", telling, JobRows.plain(name)), telling);
      case Deed.DeleteBot(var name, var reminders) ->
          onward(say("done.bot-deleted", telling, JobRows.plain(name), reminders), telling);
    };
  }

  private static Card onward(String text, Telling telling) {
    return Card.of(
        text,
        Part.of(
            Choice.of(say("button.reminders", telling), new Press.ShowReminders(null, 0)),
            Menu.back(telling.language())));
  }

  /** A bot with all its reminders. */
  private Card bot(Operation operation, String key, String name, Telling telling) {
    Stream<Part> jobs =
        bots.find(operation.bot(), operation.person(), telling.language()).stream()
            .flatMap(bot -> bot.jobs().stream().map(job -> part(bot, job, telling.language())));
    return new Card(say(key, telling, JobRows.plain(name)), jobs.toList());
  }

  private Card changed(Operation operation, String key, String name, Telling telling) {
    return new Card(say(key, telling, JobRows.plain(name)), job(operation, telling).toList());
  }

  /** The reminder that it was about, as it is now; nothing when there is none. */
  private Stream<Part> job(Operation operation, Telling telling) {
    return jobs(operation, telling)
        .map(found -> part(found.bot(), found.job(), telling.language()));
  }

  private record Found(BotView bot, JobView job) {}

  private Stream<Found> jobs(Operation operation, Telling telling) {
    return bots.find(operation.bot(), operation.person(), telling.language()).stream()
        .flatMap(
            bot ->
                bot.jobs().stream()
                    .filter(job -> job.id().equals(operation.job()))
                    .map(job -> new Found(bot, job)));
  }

  /** Read back: words, zone, next runs, and what is odd. */
  private Part part(BotView bot, JobView job, Locale locale) {
    String next = rows.nextRuns(job, NEXT_RUNS, locale).map(runs -> "\n" + runs).orElse("");
    return new Part(
        rows.line(job, locale) + next + rows.warnings(job),
        Tone.GOOD,
        RowChoices.of(bot, job, locale));
  }

  private static String name(Deed deed) {
    return JobRows.plain(deed.name());
  }

  private static String say(String key, Telling telling, Object... arguments) {
    return WORDS.text(key, arguments).in(telling.language());
  }
}
