package dev.bricklayer.contracts.changejob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to become of a job. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JobChange.Add.class, name = "add"),
  @JsonSubTypes.Type(value = JobChange.Edit.class, name = "edit")
})
public sealed interface JobChange {

  /** The parts it names. */
  Set<JobPart> parts();

  /** Where this part stands in the body of the REST call; empty when the body does not name it. */
  default String pointer(JobPart part) {
    return parts().contains(part) ? part.pointer() : "";
  }

  /** The bot gets one more job. */
  record Add(JobContent content) implements JobChange {

    @Override
    public Set<JobPart> parts() {
      return EnumSet.complementOf(EnumSet.of(JobPart.STATUS));
    }
  }

  /**
   * The parts that are named become so, the others stay.
   *
   * @param notBefore {@link #AT_ONCE} lets the job fire as its schedule says
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Edit(
      @Nullable String shortName,
      @Nullable ChannelRef channel,
      @Nullable String text,
      @Nullable ScheduleSpec schedule,
      @Nullable Missed missed,
      @Nullable Instant notBefore,
      @Nullable Wanted status)
      implements JobChange {

    /** No instant is before it, so none passes in silence. */
    public static final Instant AT_ONCE = Instant.EPOCH;

    /** Silence stays as it is. */
    public Edit(
        @Nullable String shortName,
        @Nullable ChannelRef channel,
        @Nullable String text,
        @Nullable ScheduleSpec schedule,
        @Nullable Missed missed,
        @Nullable Wanted status) {
      this(shortName, channel, text, schedule, missed, null, status);
    }

    /** The job's instants before this one pass in silence. */
    public static Edit silentUntil(Instant notBefore) {
      return new Edit(null, null, null, null, null, notBefore, null);
    }

    /** The same, and the job fires. */
    public Edit resumed() {
      return new Edit(shortName, channel, text, schedule, missed, notBefore, Wanted.ACTIVE);
    }

    /** The job stands still until it is resumed. */
    public static Edit pause() {
      return new Edit(null, null, null, null, null, Wanted.PAUSED);
    }

    /** The job fires, whatever it stood still for: from the first instant after now. */
    public static Edit resume() {
      return new Edit(null, null, null, null, null, Wanted.ACTIVE);
    }

    /** The same with this schedule. */
    public Edit at(ScheduleSpec other) {
      return new Edit(shortName, channel, text, other, missed, notBefore, status);
    }

    /** What the content becomes. */
    public JobContent applyTo(JobContent content) {
      return new JobContent(
          shortName == null ? content.shortName() : shortName,
          channel == null ? content.channel() : channel,
          text == null ? content.text() : text,
          schedule == null ? content.schedule() : schedule,
          missed == null ? content.missed() : missed,
          silence(content.notBefore()),
          content.language());
    }

    private @Nullable Instant silence(@Nullable Instant before) {
      if (notBefore == null) {
        return before;
      }
      return notBefore.equals(AT_ONCE) ? null : notBefore;
    }

    @Override
    public Set<JobPart> parts() {
      Set<JobPart> parts = EnumSet.noneOf(JobPart.class);
      note(parts, JobPart.SHORT_NAME, shortName);
      note(parts, JobPart.CHANNEL, channel);
      note(parts, JobPart.TEXT, text);
      note(parts, JobPart.SCHEDULE, schedule);
      note(parts, JobPart.MISSED, missed);
      note(parts, JobPart.NOT_BEFORE, notBefore);
      note(parts, JobPart.STATUS, status);
      return parts;
    }

    private static void note(Set<JobPart> parts, JobPart part, @Nullable Object value) {
      if (value != null) {
        parts.add(part);
      }
    }
  }

  /** A status that people may ask for. */
  enum Wanted {
    ACTIVE,
    PAUSED
  }
}
