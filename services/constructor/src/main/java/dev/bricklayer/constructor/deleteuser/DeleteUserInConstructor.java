package dev.bricklayer.constructor.deleteuser;

import dev.bricklayer.constructor.deleteuser.Leaving.Deleted;
import dev.bricklayer.constructor.deleteuser.Leaving.Deleting;
import dev.bricklayer.constructor.deleteuser.Leaving.HandedOver;
import dev.bricklayer.constructor.deleteuser.Leaving.Refused;
import dev.bricklayer.constructor.deleteuser.Leaving.Unknown;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.deleteuser.HandoverRefused;
import dev.bricklayer.contracts.deleteuser.UserBotsGone;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Constructor's decisions in delete-user. It owns the pivot: either all bots are the heir's at
 * once, or none; or each of them is deleted, and there is no way back. Asked again, it gives the
 * same answer. No I/O, so that the explorer can run them in every order.
 */
public final class DeleteUserInConstructor {

  private DeleteUserInConstructor() {}

  /**
   * The bots are to be deleted. Those that are left are deleted again, whoever had them in hand the
   * last time.
   *
   * @param bots all that the person has now
   */
  public static Decision<Leaving, NoCall> onDeletion(
      Leaving known, PersonId person, Set<BotId> bots) {
    return switch (known) {
      case Unknown _ -> left(person, bots, bots.size());
      case Deleting(var _, var left, var count) ->
          left(person, left.stream().filter(bots::contains).collect(Collectors.toSet()), count);
      case Deleted _, HandedOver _, Refused _ -> told(known);
    };
  }

  /** The bots are to be the heir's. */
  public static Decision<Leaving, NoCall> onHandover(
      Leaving known, PersonId person, Inheritance inheritance) {
    return switch (known) {
      case Unknown _ ->
          switch (inheritance) {
            case Inheritance.Possible(var bots) -> told(new HandedOver(person, bots));
            case Inheritance.Impossible(var refusal) -> told(new Refused(person, refusal));
          };
      case Deleting _, Deleted _, HandedOver _, Refused _ -> told(known);
    };
  }

  /** One of them is gone. */
  public static Decision<Leaving, NoCall> onBotForgotten(Leaving known, BotId bot) {
    return switch (known) {
      case Deleting(var person, var left, var bots) ->
          left(
              person,
              left.stream().filter(it -> !it.equals(bot)).collect(Collectors.toSet()),
              bots);
      case Unknown _, Deleted _, HandedOver _, Refused _ -> Decision.stay(known);
    };
  }

  private static Decision<Leaving, NoCall> left(PersonId person, Set<BotId> left, int bots) {
    return left.isEmpty()
        ? told(new Deleted(person, bots))
        : Decision.become(new Deleting(person, Set.copyOf(left), bots));
  }

  /** Says how it ended, however often it is asked. */
  private static Decision<Leaving, NoCall> told(Leaving known) {
    return switch (known) {
      case Unknown _, Deleting _ -> Decision.stay(known);
      case Deleted(var person, var bots) ->
          Decision.become(known, new UserBotsGone(person, bots, 0));
      case HandedOver(var person, var bots) ->
          Decision.become(known, new UserBotsGone(person, 0, bots));
      case Refused(var person, var refusal) ->
          Decision.become(known, new HandoverRefused(person, refusal));
    };
  }
}
