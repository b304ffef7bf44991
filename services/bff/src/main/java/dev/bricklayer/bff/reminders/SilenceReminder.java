package dev.bricklayer.bff.reminders;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Outcome;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.changejob.JobChanges;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.endings.Endings;
import dev.bricklayer.bff.endings.Telling;
import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.problems.Wording;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a reminder leave out its next run, or be silent until a day or an instant; after that it
 * goes on by itself. What a button leads to was reckoned when it was shown: an old one changes
 * nothing.
 */
@Component
public class SilenceReminder {

  private static final Wording WORDS = Wording.beside(SilenceReminder.class);

  private final ShowReminders show;
  private final Bots bots;
  private final JobRows rows;
  private final JobChanges changes;
  private final Clicks clicks;
  private final Endings endings;
  private final Clock clock;

  SilenceReminder(
      ShowReminders show,
      Bots bots,
      JobRows rows,
      JobChanges changes,
      Clicks clicks,
      Endings endings,
      Clock clock) {
    this.show = show;
    this.bots = bots;
    this.rows = rows;
    this.changes = changes;
    this.clicks = clicks;
    this.endings = endings;
    this.clock = clock;
  }

  /** What it could leave out: the next run, all before a day that people often want, or others. */
  public Card choose(BotId botId, JobId jobId, Asker asker) {
    return ofNextRun(
        botId,
        jobId,
        asker,
        (bot, job, next) ->
            Card.of(
                WORDS.text("leave-out", JobRows.plain(bot.name())).in(asker.locale()),
                Part.of(rows.line(job, asker.locale()), choices(bot, job, next, asker.locale()))));
  }

  /** What is shown of a reminder that has a run ahead. */
  private interface NextRun {
    Card card(BotView bot, JobView job, OffsetDateTime next);
  }

  private Card ofNextRun(BotId botId, JobId jobId, Asker asker, NextRun shown) {
    return show.one(
        botId,
        jobId,
        asker,
        (bot, job) -> {
          OffsetDateTime next = job.nextRun();
          return next == null
              ? show.asItIs(bot, job, "nothing-ahead", asker.locale())
              : shown.card(bot, job, next);
        });
  }

  private List<Choice> choices(BotView bot, JobView job, OffsetDateTime next, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    String skip = WORDS.text("button.skip", rows.moment(next, locale)).in(locale);
    choices.add(Choice.main(skip, setting(bot, job, behind(next))));
    days(job)
        .filter(day -> next.toInstant().isBefore(day.begins()))
        .map(day -> Choice.of(day.label(locale), setting(bot, job, day.begins())))
        .forEach(choices::add);
    choices.add(Choice.of(say("button.until", locale), new Press.SayUntil(bot.id(), job.id())));
    if (job.notBefore() != null) {
      choices.add(Choice.of(say("button.speak", locale), setting(bot, job, null)));
    }
    choices.add(Choice.of(say("button.keep", locale), new Press.ShowReminders(bot.id(), 0)));
    return choices;
  }

  /** So near behind it that no other is left out with it. */
  private static Instant behind(OffsetDateTime run) {
    return run.toInstant().plusSeconds(1);
  }

  /** Days on which many go on, as the reminder's own zone has them. */
  private Stream<Day> days(JobView job) {
    ZoneId zone = zone(job);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate tomorrow = today.plusDays(1);
    LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    Stream<Day> first = Stream.of(new Day("button.until-tomorrow", tomorrow, zone));
    return monday.equals(tomorrow)
        ? first
        : Stream.concat(first, Stream.of(new Day("button.until-monday", monday, zone)));
  }

  static ZoneId zone(JobView job) {
    return ZoneId.of(job.schedule().timeZone());
  }

  /** A day that a button names. */
  private record Day(String key, LocalDate date, ZoneId zone) {

    Instant begins() {
      return date.atStartOfDay(zone).toInstant();
    }

    String label(Locale locale) {
      return WORDS.text(key, JobRows.day(date, locale)).in(locale);
    }
  }

  private static Press setting(BotView bot, JobView job, @Nullable Instant until) {
    return new Press.SetSilence(bot.id(), job.id(), job.revision(), until);
  }

  /** The form that says until when. */
  public Outcome ask(BotId bot, JobId job, Asker asker) {
    return bots.findJob(bot, job, asker.person(), asker.locale())
        .<Outcome>map(found -> new Outcome.Open(new Form.Silence(bot, job, found.revision())))
        .orElseGet(() -> new Outcome.Show(ShowReminders.gone(asker.locale())));
  }

  /** Leaves out the next run. */
  public Card skip(BotId botId, JobId jobId, Asker asker, Patience patience) {
    return ofNextRun(
        botId,
        jobId,
        asker,
        (bot, job, next) ->
            set(
                new Press.SetSilence(bot.id(), job.id(), job.revision(), behind(next)),
                asker,
                patience));
  }

  /** Its runs before that instant pass in silence, or none any more. */
  public Card set(Press.SetSilence press, Asker asker, Patience patience) {
    return show.one(
        press.bot(),
        press.job(),
        asker,
        (bot, job) -> {
          Optional<String> why = inTheWay(press, job);
          if (why.isPresent()) {
            return show.asItIs(bot, job, why.get(), asker.locale());
          }
          Operation operation =
              changes.edit(
                  asker.person(),
                  bot.id(),
                  job.id(),
                  edit(job, press.until()),
                  press.revision(),
                  clicks.key(press, asker),
                  patience);
          return endings.nowOrLater(operation, Telling.of(asker, deed(press.until(), job)));
        });
  }

  private Optional<String> inTheWay(Press.SetSilence press, JobView job) {
    Instant silent = job.notBefore() == null ? null : job.notBefore().toInstant();
    Instant until = press.until();
    if (until == null ? silent == null : until.equals(silent)) {
      return Optional.of("already");
    }
    if (until != null && !until.isAfter(clock.instant())) {
      return Optional.of("has-passed");
    }
    return job.revision() == press.revision() ? Optional.empty() : Optional.of("changed-meanwhile");
  }

  private static Deed deed(@Nullable Instant until, JobView job) {
    return until == null ? new Deed.SpeakAgain(job.shortName()) : new Deed.Silence(job.shortName());
  }

  /** Whoever says until when something stands still wants it to go on then. */
  static JobChange.Edit edit(JobView job, @Nullable Instant until) {
    JobChange.Edit edit =
        JobChange.Edit.silentUntil(until == null ? JobChange.Edit.AT_ONCE : until);
    return job.status().equals("PAUSED") ? edit.resumed() : edit;
  }

  private static String say(String key, Locale locale) {
    return WORDS.text(key).in(locale);
  }
}
