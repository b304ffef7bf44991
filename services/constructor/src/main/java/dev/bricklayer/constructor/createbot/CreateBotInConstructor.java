package dev.bricklayer.constructor.createbot;

import dev.bricklayer.constructor.createbot.Reservation.Active;
import dev.bricklayer.constructor.createbot.Reservation.Approved;
import dev.bricklayer.constructor.createbot.Reservation.Closing;
import dev.bricklayer.constructor.createbot.Reservation.Gone;
import dev.bricklayer.constructor.createbot.Reservation.Made;
import dev.bricklayer.constructor.createbot.Reservation.Making;
import dev.bricklayer.constructor.createbot.Reservation.Reserved;
import dev.bricklayer.constructor.createbot.Reservation.Unknown;
import dev.bricklayer.constructor.createbot.Reservation.Verifying;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.createbot.AccountMade;
import dev.bricklayer.contracts.createbot.AccountRefused;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.BotReserved;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.createbot.JobActivated;
import dev.bricklayer.contracts.createbot.JobChecked;
import dev.bricklayer.contracts.createbot.JobDiscarded;
import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.state.BotState;
import org.jspecify.annotations.Nullable;

/**
 * Constructor's decisions in create-bot: what it knows and what it hears make what it knows next
 * and what it says. No I/O, so that the explorer can run them in every order.
 */
public final class CreateBotInConstructor {

  private static final long RESERVED_VERSION = 1;
  private static final long SETTLED_VERSION = 2;
  private static final String KIND = "/credentials/kind";
  private static final String TOKEN = "/credentials/token";

  private CreateBotInConstructor() {}

  /**
   * Holds the name and asks Mattermost about the credentials, unless the owner, the name, the
   * quota, a missing link or a tombstone stands against it.
   */
  public static Decision<Reservation, VerifyCredentials> onCreateBot(
      Reservation known, CreateBot command, Vacancy vacancy) {
    return switch (known) {
      case Unknown _ ->
          switch (vacancy) {
            case FREE -> verify(command);
            case NAME_TAKEN ->
                refused(command.botId(), Refusal.of(RefusalCode.NAME_TAKEN, "/name"));
            case QUOTA_REACHED ->
                refused(command.botId(), Refusal.of(RefusalCode.QUOTA_REACHED, ""));
            case OWNER_BARRED -> refused(command.botId(), Refusal.of(RefusalCode.FORBIDDEN, ""));
          };
      case Verifying _, Reserved _, Approved _, Making _, Made _, Closing _, Active _, Gone _ ->
          Decision.stay(known);
    };
  }

  private static Decision<Reservation, VerifyCredentials> verify(CreateBot command) {
    boolean entitled =
        switch (command.credentials()) {
          case Credentials.OwnToken _ -> true;
          case Credentials.Managed _, Credentials.Shared _ -> command.requester() != null;
        };
    return entitled
        ? Decision.calling(
            new Verifying(command.botId(), command.owner(), command.name()), question(command))
        : refused(command.botId(), Refusal.of(RefusalCode.LINK_REQUIRED, KIND));
  }

  /** What Mattermost is asked, unless something stands against it. */
  static VerifyCredentials question(CreateBot command) {
    return new VerifyCredentials(
        command.botId(),
        command.credentials(),
        command.firstJob(),
        command.requester(),
        command.deadline());
  }

  /** Hands on to storage, or refuses; nothing, if the saga was undone meanwhile. */
  public static Decision<Reservation, NoCall> onVerdict(
      Reservation known, VerifyCredentials call, CredentialsVerdict verdict) {
    return switch (known) {
      case Verifying held ->
          switch (verdict) {
            case CredentialsVerdict.Token(var token) -> onToken(held, call, token);
            case CredentialsVerdict.AccountPossible _ ->
                Decision.become(
                    new Approved(held.botId(), held.owner(), held.name()),
                    botReserved(held, null, call));
            case CredentialsVerdict.AccountRefused(var refusal) -> refused(held.botId(), refusal);
          };
      case Unknown _, Reserved _, Approved _, Making _, Made _, Closing _, Active _, Gone _ ->
          Decision.stay(known);
    };
  }

  private static Decision<Reservation, NoCall> onToken(
      Verifying held, VerifyCredentials call, TokenVerdict verdict) {
    return switch (verdict) {
      case TokenVerdict.OfBot(var account) ->
          Decision.become(
              new Reserved(held.botId(), held.owner(), held.name(), account),
              botReserved(held, account, call),
              pending(held.botId(), held.owner(), held.name(), account));
      case TokenVerdict.Invalid _ ->
          refused(held.botId(), tokenRefused(call, RefusalCode.TOKEN_INVALID));
      case TokenVerdict.OfPerson _ ->
          refused(held.botId(), tokenRefused(call, RefusalCode.TOKEN_NOT_A_BOT));
      case TokenVerdict.Unopenable _ ->
          refused(held.botId(), Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials"));
    };
  }

  /** Only an own token is the requester's to mend. */
  private static Refusal tokenRefused(VerifyCredentials call, RefusalCode code) {
    return switch (call.credentials()) {
      case Credentials.OwnToken _ -> Refusal.of(code, TOKEN);
      case Credentials.Managed _, Credentials.Shared _ ->
          Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, KIND);
    };
  }

  /** Every check that needs no account has passed: makes it, unless the saga was undone. */
  public static Decision<Reservation, GetAccount> onJobChecked(
      Reservation known, JobChecked event) {
    return switch (known) {
      case Approved held ->
          Decision.calling(
              new Making(held.botId(), held.owner(), held.name()),
              new GetAccount(
                  held.botId(),
                  held.name(),
                  event.jobId(),
                  event.channel(),
                  event.requester(),
                  event.deadline()));
      case Unknown _, Verifying _, Reserved _, Making _, Made _, Closing _, Active _, Gone _ ->
          Decision.stay(known);
    };
  }

  /** The account is there; nothing, if the saga was undone meanwhile: closing it finds it. */
  public static Decision<Reservation, NoCall> onAccountMade(
      Reservation known, GetAccount call, BotAccount account, SealedToken token) {
    return switch (known) {
      case Making held ->
          Decision.become(
              new Made(held.botId(), held.owner(), held.name(), account),
              new AccountMade(
                  held.botId(),
                  held.owner(),
                  new Credentials.Managed(token),
                  account,
                  call.requester(),
                  call.deadline()),
              pending(held.botId(), held.owner(), held.name(), account));
      case Unknown _, Verifying _, Reserved _, Approved _, Made _, Closing _, Active _, Gone _ ->
          Decision.stay(known);
    };
  }

  /**
   * There is to be no account. The engine decides that, and from there the saga flows back: what
   * was made until then is taken back with the name.
   */
  public static Decision<Reservation, NoCall> onAccountRefused(Reservation known, Refusal refusal) {
    return switch (known) {
      case Making held -> Decision.become(held, new AccountRefused(held.botId(), refusal));
      case Unknown _, Verifying _, Reserved _, Approved _, Made _, Closing _, Active _, Gone _ ->
          Decision.stay(known);
    };
  }

  /** The others are through: the bot lives. */
  public static Decision<Reservation, NoCall> onJobActivated(
      Reservation known, JobActivated event) {
    return switch (known) {
      case Reserved held ->
          activated(held.botId(), held.owner(), held.name(), held.account(), event);
      case Made held -> activated(held.botId(), held.owner(), held.name(), held.account(), event);
      case Unknown _, Verifying _, Approved _, Making _, Closing _, Active _, Gone _ ->
          Decision.stay(known);
    };
  }

  private static Decision<Reservation, NoCall> activated(
      BotId botId, PersonId owner, String name, BotAccount account, JobActivated event) {
    return Decision.become(
        new Active(botId, owner, name, account),
        new BotActivated(
            botId, owner, name, account, event.firstJob(), event.channel(), SETTLED_VERSION),
        new BotState(
            botId, owner, name, account.username(), BotState.Status.ACTIVE, SETTLED_VERSION));
  }

  /**
   * Frees the name and leaves the tombstone, also where the command itself has not arrived yet.
   * Where an account may have been made, that is taken back first.
   */
  public static Decision<Reservation, GiveUpAccount> onJobDiscarded(
      Reservation known, JobDiscarded event) {
    GiveUpAccount call = new GiveUpAccount(event.botId(), event.refusal());
    return switch (known) {
      case Unknown _, Verifying _, Approved _ -> released(event.botId(), event.refusal());
      case Reserved held ->
          released(event.refusal(), held.botId(), held.owner(), held.name(), held.account());
      case Making held ->
          Decision.calling(new Closing(held.botId(), held.owner(), held.name(), null), call);
      case Made held ->
          Decision.calling(
              new Closing(held.botId(), held.owner(), held.name(), held.account()), call);
      case Closing _, Active _, Gone _ -> Decision.stay(known);
    };
  }

  /** Nothing of it is left in Mattermost: frees the name. */
  public static Decision<Reservation, NoCall> onAccountGivenUp(
      Reservation known, GiveUpAccount call) {
    return switch (known) {
      case Closing(var botId, var owner, var name, var account) ->
          account == null
              ? released(botId, call.refusal())
              : released(call.refusal(), botId, owner, name, account);
      case Unknown _, Verifying _, Reserved _, Approved _, Making _, Made _, Active _, Gone _ ->
          Decision.stay(known);
    };
  }

  private static <C> Decision<Reservation, C> released(BotId botId, Refusal refusal) {
    return Decision.become(new Gone(botId, refusal), new NameReleased(botId, refusal));
  }

  /** As above, where others were told of the bot. */
  private static <C> Decision<Reservation, C> released(
      Refusal refusal, BotId botId, PersonId owner, String name, BotAccount account) {
    return Decision.become(
        new Gone(botId, refusal),
        new NameReleased(botId, refusal),
        new BotState(
            botId, owner, name, account.username(), BotState.Status.DELETED, SETTLED_VERSION));
  }

  private static <C> Decision<Reservation, C> refused(BotId botId, Refusal refusal) {
    return Decision.become(new Gone(botId, refusal), new BotRefused(botId, refusal));
  }

  private static BotReserved botReserved(
      Verifying held, @Nullable BotAccount account, VerifyCredentials call) {
    return new BotReserved(
        held.botId(),
        held.owner(),
        held.name(),
        call.credentials(),
        account,
        call.firstJob(),
        call.requester(),
        call.deadline());
  }

  private static BotState pending(BotId botId, PersonId owner, String name, BotAccount account) {
    return new BotState(
        botId, owner, name, account.username(), BotState.Status.PENDING, RESERVED_VERSION);
  }
}
