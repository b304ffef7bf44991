package dev.bricklayer.constructor.createbot;

import dev.bricklayer.constructor.createbot.Reservation.Active;
import dev.bricklayer.constructor.createbot.Reservation.Gone;
import dev.bricklayer.constructor.createbot.Reservation.Reserved;
import dev.bricklayer.constructor.createbot.Reservation.Unknown;
import dev.bricklayer.constructor.createbot.Reservation.Verifying;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.BotReserved;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.createbot.JobActivated;
import dev.bricklayer.contracts.createbot.JobDiscarded;
import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.state.BotState;

/**
 * Constructor's decisions in create-bot: what it knows and what it hears make what it knows next
 * and what it says. No I/O, so that the explorer can run them in every order.
 */
public final class CreateBotInConstructor {

  private static final long RESERVED_VERSION = 1;
  private static final long SETTLED_VERSION = 2;

  private CreateBotInConstructor() {}

  /**
   * Holds the name and asks whose token it is, unless the owner, the name, the quota or a tombstone
   * stands against it.
   */
  public static Decision<Reservation, VerifyToken> onCreateBot(
      Reservation known, CreateBot command, Vacancy vacancy) {
    return switch (known) {
      case Unknown _ ->
          switch (vacancy) {
            case FREE ->
                Decision.calling(
                    new Verifying(command.botId(), command.owner(), command.name()),
                    new VerifyToken(
                        command.botId(),
                        command.credentials(),
                        command.firstJob(),
                        command.deadline()));
            case NAME_TAKEN ->
                refused(command.botId(), Refusal.of(RefusalCode.NAME_TAKEN, "/name"));
            case QUOTA_REACHED ->
                refused(command.botId(), Refusal.of(RefusalCode.QUOTA_REACHED, ""));
            case OWNER_BARRED -> refused(command.botId(), Refusal.of(RefusalCode.FORBIDDEN, ""));
          };
      case Verifying _, Reserved _, Active _, Gone _ -> Decision.stay(known);
    };
  }

  /** Hands on to storage, or refuses; nothing, if the saga was undone meanwhile. */
  public static Decision<Reservation, VerifyToken> onVerdict(
      Reservation known, VerifyToken call, TokenVerdict verdict) {
    return switch (known) {
      case Verifying held ->
          switch (verdict) {
            case TokenVerdict.OfBot(var account) -> reserved(held, account, call);
            case TokenVerdict.Invalid _ ->
                refused(held.botId(), Refusal.of(RefusalCode.TOKEN_INVALID, "/credentials/token"));
            case TokenVerdict.OfPerson _ ->
                refused(
                    held.botId(), Refusal.of(RefusalCode.TOKEN_NOT_A_BOT, "/credentials/token"));
            case TokenVerdict.Unopenable _ ->
                refused(
                    held.botId(), Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials"));
          };
      case Unknown _, Reserved _, Active _, Gone _ -> Decision.stay(known);
    };
  }

  /** The others are through: the bot lives. */
  public static Decision<Reservation, VerifyToken> onJobActivated(
      Reservation known, JobActivated event) {
    return switch (known) {
      case Reserved held ->
          Decision.become(
              new Active(held.botId(), held.owner(), held.name(), held.account()),
              new BotActivated(
                  held.botId(),
                  held.owner(),
                  held.name(),
                  held.account(),
                  event.firstJob(),
                  event.channel(),
                  SETTLED_VERSION),
              state(held, BotState.Status.ACTIVE, SETTLED_VERSION));
      case Unknown _, Verifying _, Active _, Gone _ -> Decision.stay(known);
    };
  }

  /** Frees the name and leaves the tombstone, also where the command itself has not arrived yet. */
  public static Decision<Reservation, VerifyToken> onJobDiscarded(
      Reservation known, JobDiscarded event) {
    Gone gone = new Gone(event.botId(), event.refusal());
    NameReleased released = new NameReleased(event.botId(), event.refusal());
    return switch (known) {
      case Unknown _, Verifying _ -> Decision.become(gone, released);
      case Reserved held ->
          Decision.become(gone, released, state(held, BotState.Status.DELETED, SETTLED_VERSION));
      case Active _, Gone _ -> Decision.stay(known);
    };
  }

  private static Decision<Reservation, VerifyToken> reserved(
      Verifying held, BotAccount account, VerifyToken call) {
    Reserved reserved = new Reserved(held.botId(), held.owner(), held.name(), account);
    return Decision.become(
        reserved,
        new BotReserved(
            held.botId(),
            held.owner(),
            held.name(),
            call.credentials(),
            account,
            call.firstJob(),
            call.deadline()),
        state(reserved, BotState.Status.PENDING, RESERVED_VERSION));
  }

  private static Decision<Reservation, VerifyToken> refused(BotId botId, Refusal refusal) {
    return Decision.become(new Gone(botId, refusal), new BotRefused(botId, refusal));
  }

  private static BotState state(Reserved held, BotState.Status status, long version) {
    return new BotState(
        held.botId(), held.owner(), held.name(), held.account().username(), status, version);
  }
}
