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
 * @param language in which the person said it, {@code en} or {@code ru}: what is added to a post,
 *     such as that it is late, is in it; absent where it was not told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobContent(
    String shortName,
    ChannelRef channel,
    String text,
    ScheduleSpec schedule,
    Missed missed,
    @Nullable Instant notBefore,
    @Nullable String language) {

  /** A job that fires from now on. */
  public JobContent(
      String shortName, ChannelRef channel, String text, ScheduleSpec schedule, Missed missed) {
    this(shortName, channel, text, schedule, missed, null, null);
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
