package dev.bricklayer.bff.rows;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.channels.ChannelNames;
import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.problems.Wording;
import dev.bricklayer.schedule.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * One line for a reminder that says it all: {@code ● active **standup** · ~dev · on weekdays at
 * 10:00 (Europe/Moscow) · next Mon 12 Oct 10:00, in 3 d · last ✓ Fri 9 Oct 10:00}.
 */
@Component
public class JobRows {

  private static final Wording WORDS = Wording.beside(JobRows.class);

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final ChannelNames channels;
  private final Clock clock;

  JobRows(ChannelNames channels, Clock clock) {
    this.channels = channels;
    this.clock = clock;
  }

  /** The line. */
  public String line(JobView job, Locale locale) {
    List<String> parts = new ArrayList<>();
    parts.add(status(job.status(), locale) + " **" + plain(job.shortName()) + "**");
    parts.add(channels.shown(job.channel(), locale));
    Optional.ofNullable(job.inWords()).ifPresent(parts::add);
    reason(job, locale).ifPresent(parts::add);
    silence(job, locale).ifPresent(parts::add);
    next(job, locale).ifPresent(parts::add);
    last(job, locale).ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  /** The next runs, on a line of their own; empty when it does not fire. */
  public Optional<String> nextRuns(JobView job, int most, Locale locale) {
    if (job.nextRun() == null) {
      return Optional.empty();
    }
    Schedule schedule = Schedule.of(job.schedule());
    Instant now = clock.instant();
    String runs =
        schedule.next(afterSilence(job, now), most).stream()
            .map(run -> Moments.shown(run.atZone(schedule.zone()), now, locale))
            .collect(Collectors.joining(" · "));
    return Optional.of(WORDS.text("next-runs", runs).in(locale));
  }

  private static Instant afterSilence(JobView job, Instant now) {
    return job.notBefore() == null ? now : job.notBefore().toInstant().minusMillis(1);
  }

  /** The one run that is left out, or until when all are. */
  private Optional<String> silence(JobView job, Locale locale) {
    OffsetDateTime until = job.notBefore();
    if (until == null || job.inWords() == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    List<Instant> leftOut =
        Schedule.of(job.schedule()).next(now, 2).stream()
            .filter(run -> run.isBefore(until.toInstant()))
            .toList();
    boolean isOne =
        leftOut.size() == 1 && leftOut.getFirst().plus(A_MINUTE).isAfter(until.toInstant());
    return Optional.of(
        WORDS.text(isOne ? "skips" : "silent", Moments.shown(until, now, locale)).in(locale));
  }

  /** A day, as people read it. */
  public static String day(LocalDate day, Locale locale) {
    return Moments.day(day, locale);
  }

  /** A point in time, as people read it. */
  public String moment(OffsetDateTime moment, Locale locale) {
    return Moments.shown(moment, clock.instant(), locale);
  }

  /** A bot's heading. */
  public String heading(BotView bot, Locale locale) {
    return WORDS
        .text("heading", plain(bot.name()), bot.username(), WORDS.text("bot." + bot.status()))
        .in(locale);
  }

  /** What is odd about a schedule, each on a line. */
  public String warnings(JobView job) {
    return Optional.ofNullable(job.warnings()).stream()
        .flatMap(List::stream)
        .map(warning -> "\n:warning: " + warning.detail())
        .collect(Collectors.joining());
  }

  private static String status(String status, Locale locale) {
    return WORDS.text("status." + status).in(locale);
  }

  private static Optional<String> reason(JobView job, Locale locale) {
    return Optional.ofNullable(job.stopReason())
        .map(code -> Refusals.problem(Refusal.of(code, "")).detail().in(locale));
  }

  private Optional<String> next(JobView job, Locale locale) {
    Instant now = clock.instant();
    return Optional.ofNullable(job.nextRun())
        .map(
            next ->
                WORDS
                    .text(
                        "next",
                        Moments.shown(next, now, locale),
                        Moments.ahead(next.toInstant(), now, locale))
                    .in(locale));
  }

  private Optional<String> last(JobView job, Locale locale) {
    return Optional.ofNullable(job.lastRun())
        .map(
            run ->
                WORDS
                    .text(
                        "last",
                        mark(run.outcome()),
                        Moments.shown(run.plannedAt(), clock.instant(), locale))
                    .in(locale));
  }

  private static String mark(RunState.Outcome outcome) {
    return switch (outcome) {
      case SENT -> "✓";
      case MISSED, FAILED -> "✗";
      case UNKNOWN -> "?";
    };
  }

  /** A name as it is, whatever Markdown would make of it. */
  public static String plain(String name) {
    return name.replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1");
  }
}
