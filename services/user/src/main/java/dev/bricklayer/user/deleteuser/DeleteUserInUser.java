package dev.bricklayer.user.deleteuser;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.deleteuser.HandoverRefused;
import dev.bricklayer.contracts.deleteuser.UserBotsGone;
import dev.bricklayer.contracts.deleteuser.UserDeleted;
import dev.bricklayer.contracts.deleteuser.UserDeletionBegun;
import dev.bricklayer.contracts.deleteuser.UserKept;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.user.deleteuser.Deletion.Begun;
import dev.bricklayer.user.deleteuser.Deletion.Erased;
import dev.bricklayer.user.deleteuser.Deletion.Kept;
import dev.bricklayer.user.deleteuser.Deletion.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * The user service's decisions in delete-user. It begins the saga, asks again until it hears an
 * end, and erases the account when constructor has said that nothing belongs to it. No I/O, so that
 * the explorer can run them in every order.
 */
public final class DeleteUserInUser {

  private DeleteUserInUser() {}

  /** Begins it. */
  public static Decision<Deletion, NoCall> begin(PersonId person, @Nullable PersonId heir) {
    return asked(new Begun(person, heir, 1));
  }

  /** Nothing was heard for a while: asks again. What was never asked for is not. */
  public static Decision<Deletion, NoCall> onDue(Deletion known) {
    return switch (known) {
      case Begun(var person, var heir, var attempt) -> asked(new Begun(person, heir, attempt + 1));
      case Unknown _, Erased _, Kept _ -> Decision.stay(known);
    };
  }

  /**
   * Nothing belongs to the person any more: the account goes. Told again, it tells the end again.
   */
  public static Decision<Deletion, NoCall> onUserBotsGone(Deletion known, UserBotsGone event) {
    return switch (known) {
      case Begun begun ->
          Decision.become(
              new Erased(begun.person(), event.deleted(), event.handedOver()),
              new UserDeleted(begun.person(), event.deleted(), event.handedOver()));
      case Erased(var person, var deleted, var handedOver) ->
          Decision.become(known, new UserDeleted(person, deleted, handedOver));
      case Unknown _, Kept _ -> Decision.stay(known);
    };
  }

  /** Nothing was moved, and nothing will be: the account stays. */
  public static Decision<Deletion, NoCall> onHandoverRefused(
      Deletion known, HandoverRefused event) {
    return switch (known) {
      case Begun begun ->
          Decision.become(
              new Kept(begun.person(), event.refusal()),
              new UserKept(begun.person(), event.refusal()));
      case Kept(var person, var refusal) -> Decision.become(known, new UserKept(person, refusal));
      case Unknown _, Erased _ -> Decision.stay(known);
    };
  }

  private static Decision<Deletion, NoCall> asked(Begun begun) {
    return Decision.become(
        begun, new UserDeletionBegun(begun.person(), begun.heir(), begun.attempt()));
  }
}
