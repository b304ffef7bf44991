package dev.bricklayer.bff.changejob;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changejob.AbandonChangeJob;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * The bff's decisions in change-job. It starts the saga and owns its deadline, but it does not
 * decide how it ends: at the deadline it asks the pivot's owner. No I/O, so that the explorer can
 * run them in every order.
 */
public final class ChangeJobInBff {

  private ChangeJobInBff() {}

  /** Starts the saga. */
  public static Decision<Progress, NoCall> start(ChangeJob command) {
    return Progress.begun(command);
  }

  /** The deadline has passed: asks the engine for what came first. */
  public static Decision<Progress, NoCall> onDeadline(Progress known, BotId bot, JobId job) {
    return known.abandoning(new AbandonChangeJob(bot, job, Refusal.of(RefusalCode.DEADLINE, "")));
  }

  /** The job is as it was asked for. */
  public static Decision<Progress, NoCall> onJobChanged(Progress known) {
    return known.done();
  }

  /** It was refused; the job is as it was. */
  public static Decision<Progress, NoCall> onUndone(Progress known, Refusal refusal) {
    return known.undone(refusal);
  }
}
