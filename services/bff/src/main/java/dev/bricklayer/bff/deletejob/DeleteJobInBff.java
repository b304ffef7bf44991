package dev.bricklayer.bff.deletejob;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * The bff's decisions in delete-job. There is no way back, so it asks again until it hears the end.
 * No I/O, so that the explorer can run them in every order.
 */
public final class DeleteJobInBff {

  private DeleteJobInBff() {}

  /** Starts the saga. */
  public static Decision<Progress, NoCall> start(DeleteJob command) {
    return Progress.begun(command);
  }

  /** The deadline has passed: asks for the same once more. */
  public static Decision<Progress, NoCall> onDeadline(Progress known, DeleteJob command) {
    return known.insisting(command);
  }

  /** Nothing is left of the job. */
  public static Decision<Progress, NoCall> onJobErased(Progress known) {
    return known.done();
  }
}
