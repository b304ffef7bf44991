package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about a job: immutable, one value per revision.
 *
 * @param notBefore the instants before it pass in silence: the next is skipped, or it is quiet for
 *     a while; absent where nobody wants that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobContent(
    String shortName,
    ChannelRef channel,
    String text,
    ScheduleSpec schedule,
    Missed missed,
    @Nullable Instant notBefore) {

  /** A job that fires from now on. */
  public JobContent(
      String shortName, ChannelRef channel, String text, ScheduleSpec schedule, Missed missed) {
    this(shortName, channel, text, schedule, missed, null);
  }

  /** Where the search for the first instant begins: behind what passes in silence. */
  public Instant firesAfter(Instant now) {
    return notBefore == null || notBefore.isBefore(now) ? now : notBefore.minusNanos(1_000);
  }

  /** Whether an instant passes in silence. */
  public boolean passes(Instant instant) {
    return notBefore != null && instant.isBefore(notBefore);
  }
}
