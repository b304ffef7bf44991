package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.constructor.changecredentials.CredentialsChange.Settled;
import dev.bricklayer.constructor.changecredentials.CredentialsChange.Undone;
import dev.bricklayer.constructor.changecredentials.CredentialsChange.Unheard;
import dev.bricklayer.constructor.changecredentials.CredentialsChange.Verified;
import dev.bricklayer.constructor.changecredentials.CredentialsChange.Verifying;
import dev.bricklayer.constructor.createbot.TokenVerdict;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.contracts.changecredentials.CredentialsChangeUndone;
import dev.bricklayer.contracts.changecredentials.CredentialsChanged;
import dev.bricklayer.contracts.changecredentials.CredentialsRefused;
import dev.bricklayer.contracts.changecredentials.CredentialsVerified;
import dev.bricklayer.contracts.changecredentials.NewCredentialsDropped;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.state.BotState;

/**
 * Constructor's decisions in change-credentials. From the first to the last of them the bot is in
 * this saga's hands. No I/O, so that the explorer can run them in every order.
 */
public final class ChangeCredentialsInConstructor {

  private ChangeCredentialsInConstructor() {}

  /**
   * Takes the bot in hand and asks whose the credentials are, unless it is in another's hands, or
   * somebody else's, or gone, or has credentials of another kind.
   *
   * @param saga the run that asks
   */
  public static Decision<CredentialsChange, VerifyNewCredentials> onChangeCredentials(
      CredentialsChange known, SagaId saga, ChangeCredentials command, HeldBot bot) {
    return switch (known) {
      case Unheard _ ->
          switch (bot) {
            case HeldBot.Gone _ ->
                refused(command.botId(), Refusal.of(RefusalCode.BOT_DELETED, ""));
            case HeldBot.InHand(var owner) ->
                isOwners(owner, command)
                    ? refused(command.botId(), Refusal.of(RefusalCode.LOCKED, ""))
                    : forbidden(command);
            case HeldBot.Free(var owner, var kind) ->
                isOwners(owner, command) ? ofItsKind(kind, saga, command) : forbidden(command);
          };
      case Verifying _, Verified _, Settled _, Undone _ -> Decision.stay(known);
    };
  }

  /** Hands on to storage, or refuses; nothing, if the saga was undone meanwhile. */
  public static Decision<CredentialsChange, VerifyNewCredentials> onVerdict(
      CredentialsChange known, VerifyNewCredentials call, TokenVerdict verdict) {
    return switch (known) {
      case Verifying(var botId) ->
          switch (verdict) {
            case TokenVerdict.OfBot(var account) ->
                Decision.become(
                    new Verified(botId, account),
                    new CredentialsVerified(botId, call.credentials(), account, call.deadline()));
            case TokenVerdict.Invalid _ ->
                refused(botId, Refusal.of(RefusalCode.TOKEN_INVALID, "/credentials/token"));
            case TokenVerdict.OfPerson _ ->
                refused(botId, Refusal.of(RefusalCode.TOKEN_NOT_A_BOT, "/credentials/token"));
            case TokenVerdict.Unopenable _ ->
                refused(botId, Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials"));
          };
      case Unheard _, Verified _, Settled _, Undone _ -> Decision.stay(known);
    };
  }

  /** The others are through: the bot speaks as the new account, and nobody has it in hand. */
  public static Decision<CredentialsChange, VerifyNewCredentials> onOldCredentialsDropped(
      CredentialsChange known, OwnedBot bot) {
    return switch (known) {
      case Verified(var botId, var account) -> {
        long version = bot.version() + 1;
        yield Decision.become(
            new Settled(botId),
            new CredentialsChanged(botId, bot.owner(), bot.name(), account, version),
            new BotState(
                botId,
                bot.owner(),
                bot.name(),
                account.username(),
                BotState.Status.ACTIVE,
                version));
      }
      case Unheard _, Verifying _, Settled _, Undone _ -> Decision.stay(known);
    };
  }

  /** Lets go of the bot, also where the command itself has not arrived yet. */
  public static Decision<CredentialsChange, VerifyNewCredentials> onNewCredentialsDropped(
      CredentialsChange known, NewCredentialsDropped event) {
    return switch (known) {
      case Unheard _, Verifying _, Verified _ ->
          Decision.become(
              new Undone(event.botId(), event.refusal()),
              new CredentialsChangeUndone(event.botId(), event.refusal()));
      case Settled _, Undone _ -> Decision.stay(known);
    };
  }

  private static boolean isOwners(PersonId owner, ChangeCredentials command) {
    return owner.equals(command.owner());
  }

  private static Decision<CredentialsChange, VerifyNewCredentials> ofItsKind(
      HeldBot.Kind kind, SagaId saga, ChangeCredentials command) {
    return kind.takes(command.credentials())
        ? verifying(saga, command)
        : refused(
            command.botId(), Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials/kind"));
  }

  private static Decision<CredentialsChange, VerifyNewCredentials> verifying(
      SagaId saga, ChangeCredentials command) {
    return Decision.calling(
        new Verifying(command.botId()),
        new VerifyNewCredentials(saga, command.botId(), command.credentials(), command.deadline()));
  }

  private static Decision<CredentialsChange, VerifyNewCredentials> forbidden(
      ChangeCredentials command) {
    return refused(command.botId(), Refusal.of(RefusalCode.FORBIDDEN, ""));
  }

  private static Decision<CredentialsChange, VerifyNewCredentials> refused(
      BotId botId, Refusal refusal) {
    return Decision.become(new Undone(botId, refusal), new CredentialsRefused(botId, refusal));
  }
}
