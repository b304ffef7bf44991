package dev.bricklayer.bff.bots;

import dev.bricklayer.bff.schedules.Schedules;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.problems.Wording;
import dev.bricklayer.schedule.Reading;
import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows jobs; next runs and words come from the code that fires. */
@Component
class JobViews {

  private static final Logger log = LoggerFactory.getLogger(JobViews.class);
  private static final Wording WORDS = Wording.beside(JobViews.class);

  private final Schedules schedules;
  private final Clock clock;

  JobViews(Schedules schedules, Clock clock) {
    this.schedules = schedules;
    this.clock = clock;
  }

  JobView of(KnownJob job, Standing bot, Locale locale) {
    Standing standing = Standing.of(job, bot);
    Optional<Schedule> schedule = schedule(job);
    ZoneId zone = schedule.map(Schedule::zone).orElse(ZoneOffset.UTC);
    Instant now = clock.instant();
    return new JobView(
        job.id(),
        job.revision(),
        job.content().shortName(),
        shown(job.content().channel()),
        job.content().text(),
        job.content().schedule(),
        job.content().missed(),
        silentUntil(job.content(), zone, now),
        standing.status().name(),
        standing.stopReason(),
        nextRun(standing, schedule, job.content().firesAfter(now)),
        lastRun(job, zone),
        schedule.map(known -> known.inWords(locale)).orElse(null),
        warnings(job, now, locale));
  }

  /** Bots write directly to nobody but their owner, who says "me" of themselves. */
  private static ChannelRef shown(ChannelRef channel) {
    return channel.directTo() == null ? channel : ChannelRef.directTo("me");
  }

  /**
   * A rule that this version cannot read any more must not hide the other jobs; the engine stops it
   * and says why.
   */
  private static Optional<Schedule> schedule(KnownJob job) {
    try {
      return Optional.of(Schedule.of(job.content().schedule()));
    } catch (IllegalArgumentException e) {
      log.warn("The schedule of job {} cannot be read; it is shown without words", job.id(), e);
      return Optional.empty();
    }
  }

  private static @Nullable OffsetDateTime silentUntil(
      JobContent content, ZoneId zone, Instant now) {
    Instant until = content.notBefore();
    return until == null || until.isBefore(now) ? null : offset(until, zone);
  }

  private static @Nullable OffsetDateTime nextRun(
      Standing standing, Optional<Schedule> schedule, Instant after) {
    return standing.status() != Standing.Status.ACTIVE
        ? null
        : schedule
            .flatMap(rule -> rule.nextAfter(after).map(next -> offset(next, rule.zone())))
            .orElse(null);
  }

  private static JobView.@Nullable LastRun lastRun(KnownJob job, ZoneId zone) {
    RunState.LastRun last = job.run() == null ? null : job.run().last();
    return last == null
        ? null
        : new JobView.LastRun(
            offset(last.plannedAt(), zone), offset(last.at(), zone), last.outcome());
  }

  private @Nullable List<JobView.Warning> warnings(KnownJob job, Instant now, Locale locale) {
    List<JobView.Warning> warnings =
        new ArrayList<>(oddities(job.content().schedule(), now, locale));
    if (job.beingSent()) {
      warnings.add(new JobView.Warning("being-sent", WORDS.text("being-sent").in(locale)));
    }
    if (job.muted()) {
      warnings.add(new JobView.Warning("mention-muted", WORDS.text("mention-muted").in(locale)));
    }
    return warnings.isEmpty() ? null : warnings;
  }

  /** A one-off that is over can no longer be accepted; there is nothing to say about it then. */
  private List<JobView.Warning> oddities(ScheduleSpec spec, Instant now, Locale locale) {
    return switch (schedules.read(spec, now, locale)) {
      case Reading.Accepted(_, var warnings) ->
          warnings.stream()
              .map(warning -> new JobView.Warning(warning.code(), warning.detail()))
              .toList();
      case Reading.Rejected _ -> List.of();
    };
  }

  private static OffsetDateTime offset(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
