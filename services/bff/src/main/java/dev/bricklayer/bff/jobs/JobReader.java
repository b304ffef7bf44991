package dev.bricklayer.bff.jobs;

import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.schedules.Schedules;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.changejob.JobChange.Wanted;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.TextRule;
import dev.bricklayer.problems.Wording;
import dev.bricklayer.schedule.Reading;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the JOB of a request. What only shows in answers may be sent back and is not looked at. */
@Component
public class JobReader {

  static final Wording WORDS = Wording.beside(JobReader.class);

  private static final Duration LONGEST_WITHIN = Duration.ofDays(1);

  /** For how long a job may be silent; whoever wants more, pauses it. */
  public static final Duration LONGEST_SILENCE = Duration.ofDays(366);

  private static final TextRule SHORT_NAME = name(64);

  /** Mattermost takes a little more. */
  private static final TextRule TEXT = TextRule.lines(16_000);

  private static final TextRule WITHIN =
      TextRule.line(30).satisfying(JobReader::isBearable, "invalid", WORDS.text("within-form"));

  private final Schedules schedules;
  private final Identities identities;
  private final Clock clock;
  private final TextRule notBefore;

  JobReader(Schedules schedules, Identities identities, Clock clock) {
    this.schedules = schedules;
    this.identities = identities;
    this.clock = clock;
    this.notBefore =
        TextRule.line(40).satisfying(this::isWithinAYear, "invalid", WORDS.text("not-before-form"));
  }

  /** What a name is like: one line in any script, without blanks around it. */
  public static TextRule name(int longest) {
    return TextRule.line(longest)
        .satisfying(text -> text.equals(text.strip()), "invalid", WORDS.text("blank-around"));
  }

  /** Reads a new job; faults are noted in the fields. */
  public JobDraft read(Fields job, Caller caller) {
    job.ignore("id", "stopReason", "nextRun", "lastRun", "revision", "inWords", "warnings");
    if (status(job) == Wanted.PAUSED) {
      job.reject("status", "invalid", WORDS.text("new-is-active"));
    }
    String shortName = job.text("shortName", SHORT_NAME);
    ChannelRef channel = channel(job, caller);
    String text = job.text("text", TEXT);
    ScheduleSpec schedule = schedule(job, caller, caller.timeZone());
    Missed missed = job.optionalObject("missed").map(JobReader::missed).orElse(Missed.DEFAULT);
    Instant notBefore = notBefore(job).orElse(null);
    ScheduleSpec meant = schedules.withZone(schedule, caller.timeZone());
    return new JobDraft(
        new JobContent(shortName, channel, text, schedule, missed, notBefore, null),
        new JobContent(
            shortName, channel, text, meant, missed, notBefore, caller.locale().getLanguage()));
  }

  /**
   * Reads the parts of a job that are to change; what is left out stays.
   *
   * @param timeZone the job's: a schedule that names none keeps it
   */
  public JobEditDraft readParts(Fields job, Caller caller, @Nullable String timeZone) {
    job.ignore("id", "revision", "stopReason", "nextRun", "lastRun", "inWords", "warnings");
    ScheduleSpec schedule = isNamed(job, "schedule") ? schedule(job, caller, timeZone) : null;
    JobChange.Edit asSent =
        new JobChange.Edit(
            isNamed(job, "shortName") ? job.text("shortName", SHORT_NAME) : null,
            isNamed(job, "channel") ? channel(job, caller) : null,
            isNamed(job, "text") ? job.text("text", TEXT) : null,
            schedule,
            missedPart(job),
            isNamed(job, "notBefore") ? notBefore(job).orElse(JobChange.Edit.AT_ONCE) : null,
            status(job));
    if (asSent.parts().isEmpty()) {
      job.reject("required", WORDS.text("nothing-to-change"));
    }
    return new JobEditDraft(
        asSent, schedule == null ? asSent : asSent.at(schedules.withZone(schedule, timeZone)));
  }

  private ChannelRef channel(Fields job, Caller caller) {
    return ChannelFields.read(
        job.object("channel"), () -> identities.mattermostUserOf(caller.id()));
  }

  /** Null is the wish to clear a part: most must be there, so it is a fault there. */
  private static boolean isNamed(Fields job, String part) {
    return job.has(part) || job.isNull(part);
  }

  private static @Nullable Missed missedPart(Fields job) {
    return isNamed(job, "missed")
        ? job.optionalObject("missed").map(JobReader::missed).orElse(Missed.DEFAULT)
        : null;
  }

  private Optional<Instant> notBefore(Fields job) {
    return job.optionalText("notBefore", notBefore)
        .map(text -> OffsetDateTime.parse(text).toInstant());
  }

  private boolean isWithinAYear(String text) {
    try {
      Instant until = OffsetDateTime.parse(text).toInstant();
      return !until.isBefore(Instant.EPOCH)
          && until.isBefore(clock.instant().plus(LONGEST_SILENCE));
    } catch (DateTimeParseException noInstant) {
      return false;
    }
  }

  /** A status that nobody can ask for is what an answer held, and is not looked at. */
  private static @Nullable Wanted status(Fields job) {
    return job.optionalChoice("status", statuses()).flatMap(wanted -> wanted).orElse(null);
  }

  private static Map<String, Optional<Wanted>> statuses() {
    Map<String, Optional<Wanted>> statuses = new LinkedHashMap<>();
    statuses.put("ACTIVE", Optional.of(Wanted.ACTIVE));
    statuses.put("PAUSED", Optional.of(Wanted.PAUSED));
    for (String shown : List.of("PENDING", "STOPPED", "ENDED", "DELETING")) {
      statuses.put(shown, Optional.empty());
    }
    return statuses;
  }

  private ScheduleSpec schedule(Fields job, Caller caller, @Nullable String timeZone) {
    Fields fields = job.object("schedule");
    ScheduleFields.Sent sent = ScheduleFields.read(fields);
    if (job.has("schedule")) {
      ScheduleSpec meant = schedules.withZone(sent.spec(), timeZone);
      switch (schedules.read(meant, clock.instant(), caller.locale())) {
        case Reading.Accepted _ -> {}
        case Reading.Rejected(var problems) ->
            problems.stream()
                .filter(problem -> sent.complete() || problem.pointer().equals("/timeZone"))
                .forEach(problem -> reject(fields, problem));
      }
    }
    return sent.spec();
  }

  private static void reject(Fields schedule, Reading.Problem problem) {
    schedule.rejectBelow(
        problem.pointer(), problem.code(), WORDS.text("verbatim", problem.detail()));
  }

  private static Missed missed(Fields missed) {
    Map<String, Missed.Rule> rules = new LinkedHashMap<>();
    rules.put("latest", Missed.Rule.LATEST);
    rules.put("each", Missed.Rule.EACH);
    rules.put("skip", Missed.Rule.SKIP);
    return new Missed(
        missed.optionalChoice("rule", rules).orElse(Missed.DEFAULT.rule()),
        missed.optionalText("within", WITHIN).map(Duration::parse).orElse(Missed.DEFAULT.within()));
  }

  private static boolean isBearable(String text) {
    try {
      Duration within = Duration.parse(text);
      return within.isPositive() && within.compareTo(LONGEST_WITHIN) <= 0;
    } catch (DateTimeParseException notADuration) {
      return false;
    }
  }
}
