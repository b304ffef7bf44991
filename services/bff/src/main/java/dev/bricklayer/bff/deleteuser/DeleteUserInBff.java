package dev.bricklayer.bff.deleteuser;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * The bff's decisions in delete-user. It neither starts nor repeats the saga, which the user
 * service does: it only shows it. No I/O, so that the explorer can run them in every order.
 */
public final class DeleteUserInBff {

  private DeleteUserInBff() {}

  /** The account is gone. */
  public static Decision<Progress, NoCall> onUserDeleted(Progress known) {
    return known.done();
  }

  /** The account stays as it was. */
  public static Decision<Progress, NoCall> onUserKept(Progress known, Refusal refusal) {
    return known.undone(refusal);
  }
}
