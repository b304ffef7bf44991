package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.state.BotRunState;
import org.jspecify.annotations.Nullable;

/**
 * A status as people see it, put together from what its owners say. Nobody keeps it: constructor
 * says whether a bot is there, storage whether a job is, the engine whether they stand still.
 *
 * @param status the word
 * @param stopReason why, only while STOPPED
 */
record Standing(Status status, @Nullable RefusalCode stopReason) {

  /** The words of a bot (the first three and DELETING) and of a job. */
  enum Status {
    PENDING,
    ACTIVE,
    STOPPED,
    DELETING,
    PAUSED,
    ENDED
  }

  private static Standing plain(Status status) {
    return new Standing(status, null);
  }

  /** A bot's: the engine's STOPPED shows while constructor's word is ACTIVE. */
  static Standing of(KnownBot bot) {
    return switch (bot.status()) {
      case PENDING -> plain(Status.PENDING);
      case ACTIVE -> ofLiving(bot.run());
      case DELETING, DELETED -> plain(Status.DELETING);
    };
  }

  private static Standing ofLiving(KnownBot.@Nullable Run run) {
    return run != null && run.status() == BotRunState.Status.STOPPED
        ? new Standing(Status.STOPPED, run.stopReason())
        : plain(Status.ACTIVE);
  }

  /**
   * A job's: the engine's STOPPED or ENDED shows while it speaks of the current revision, else
   * storage's word. Where the bot stands still, what would be ACTIVE does, too: it does not fire.
   * With a bot on its way out all its jobs are.
   */
  static Standing of(KnownJob job, Standing bot) {
    if (bot.status() == Status.DELETING) {
      return bot;
    }
    return switch (job.status()) {
      case PENDING -> byEngine(job, plain(Status.PENDING));
      case ACTIVE -> byEngine(job, bot.status() == Status.STOPPED ? bot : plain(Status.ACTIVE));
      case PAUSED -> byEngine(job, plain(Status.PAUSED));
      case DELETING, DELETED -> plain(Status.DELETING);
    };
  }

  private static Standing byEngine(KnownJob job, Standing otherwise) {
    KnownJob.Run run = job.run();
    if (run == null || run.revision() != job.revision()) {
      return otherwise;
    }
    return switch (run.status()) {
      case STOPPED -> new Standing(Status.STOPPED, run.stopReason());
      case ENDED -> plain(Status.ENDED);
      case RUNNING, DELETED -> otherwise;
    };
  }
}
