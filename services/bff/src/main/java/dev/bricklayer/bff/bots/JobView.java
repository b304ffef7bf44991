package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as REST shows it. Instants carry the offset of the schedule's time zone.
 *
 * @param revision grows with every change; its ETag
 * @param notBefore until when its instants pass in silence; absent when that is over
 * @param stopReason why it stands still, only while STOPPED
 * @param nextRun only while ACTIVE
 * @param inWords the schedule, read back in the reader's language
 * @param warnings what is odd about the schedule; absent when nothing is
 */
public record JobView(
    JobId id,
    long revision,
    String shortName,
    ChannelRef channel,
    String text,
    ScheduleSpec schedule,
    Missed missed,
    @Nullable OffsetDateTime notBefore,
    String status,
    @Nullable RefusalCode stopReason,
    @Nullable OffsetDateTime nextRun,
    @Nullable LastRun lastRun,
    @Nullable String inWords,
    @Nullable List<Warning> warnings)
    implements Shown {

  /** The entity tag: the same revision is the same job, however it runs. */
  public String eTag() {
    return '"' + Long.toString(revision) + '"';
  }

  /** The latest occurrence that is final. */
  public record LastRun(OffsetDateTime plannedAt, OffsetDateTime at, RunState.Outcome outcome) {}

  /** Something odd about the schedule. */
  public record Warning(String code, String detail) {}
}
