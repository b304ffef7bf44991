package dev.bricklayer.contracts.state;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job runs, as the engine says it.
 *
 * @param revision the revision it speaks of
 * @param stopReason why it stands still; only while STOPPED
 * @param version grows with every change; what is older than what a reader has is skipped
 */
@On(Topic.ENGINE_RUN_STATE)
public record RunState(
    JobId jobId,
    BotId botId,
    long revision,
    Status status,
    @Nullable RefusalCode stopReason,
    @Nullable LastRun lastRun,
    long version)
    implements Message {

  @Override
  public String key() {
    return jobId.toString();
  }

  /**
   * RUNNING while it fires; ENDED when a one-off's only occurrence is final; DELETED is the
   * tombstone.
   */
  public enum Status {
    RUNNING,
    STOPPED,
    ENDED,
    DELETED
  }

  /** What became of an occurrence. */
  public enum Outcome {
    SENT,
    MISSED,
    FAILED,
    UNKNOWN
  }

  /**
   * The latest occurrence that is final.
   *
   * @param plannedAt its instant
   * @param at when it became final
   */
  public record LastRun(Instant plannedAt, Instant at, Outcome outcome) {}
}
