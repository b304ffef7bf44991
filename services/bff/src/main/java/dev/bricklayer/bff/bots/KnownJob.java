package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import org.jspecify.annotations.Nullable;

/**
 * A job as the read model has it.
 *
 * @param revision the current one
 * @param status storage's word
 * @param beingSent whether an occurrence was being sent when the revision came into force, and has
 *     not ended since
 * @param muted whether its text mentions all of the channel, and the bot may not notify them
 * @param run the engine's word; absent while it has said nothing
 */
record KnownJob(
    JobId id,
    BotId bot,
    long revision,
    JobContent content,
    JobState.Status status,
    boolean beingSent,
    boolean muted,
    @Nullable Run run) {

  /**
   * The engine's word about one revision.
   *
   * @param last the latest final occurrence, of whatever revision
   */
  record Run(
      long revision,
      RunState.Status status,
      @Nullable RefusalCode stopReason,
      RunState.@Nullable LastRun last) {}
}
