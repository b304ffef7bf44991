package dev.bricklayer.bff.deleteuser;

import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.bff.operation.Progress.Done;
import dev.bricklayer.bff.operation.Progress.NeedsHelp;
import dev.bricklayer.bff.operation.Progress.Undone;
import dev.bricklayer.bff.operation.Progress.Working;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;

/**
 * The bff's decisions in delete-user. It neither starts nor repeats the saga, which the user
 * service does: it only shows it. No I/O, so that the explorer can run them in every order.
 */
public final class DeleteUserInBff {

  private DeleteUserInBff() {}

  /** It has not ended though it was asked for again: a person should look. It may still end. */
  public static Decision<Progress, NoCall> onHelpDue(Progress known) {
    return switch (known) {
      case Working _ -> Decision.become(new NeedsHelp());
      case NeedsHelp _, Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** The account is gone. */
  public static Decision<Progress, NoCall> onUserDeleted(Progress known) {
    return switch (known) {
      case Working _, NeedsHelp _ -> Decision.become(new Done());
      case Done _, Undone _ -> Decision.stay(known);
    };
  }

  /** The account stays as it was. */
  public static Decision<Progress, NoCall> onUserKept(Progress known, Refusal refusal) {
    return switch (known) {
      case Working _, NeedsHelp _ -> Decision.become(new Undone(refusal));
      case Done _, Undone _ -> Decision.stay(known);
    };
  }
}
