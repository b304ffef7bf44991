package dev.bricklayer.storage.changecredentials;

import dev.bricklayer.contracts.changecredentials.CredentialsKept;
import dev.bricklayer.contracts.changecredentials.CredentialsRejected;
import dev.bricklayer.contracts.changecredentials.CredentialsTaken;
import dev.bricklayer.contracts.changecredentials.CredentialsVerified;
import dev.bricklayer.contracts.changecredentials.NewCredentialsDropped;
import dev.bricklayer.contracts.changecredentials.OldCredentialsDropped;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.storage.changecredentials.KeptCredentials.BotGone;
import dev.bricklayer.storage.changecredentials.KeptCredentials.Both;
import dev.bricklayer.storage.changecredentials.KeptCredentials.Dropped;
import dev.bricklayer.storage.changecredentials.KeptCredentials.Settled;
import dev.bricklayer.storage.changecredentials.KeptCredentials.Unheard;

/**
 * Storage's decisions in change-credentials. The old credentials stay until the engine has taken
 * the new ones. No I/O, so that the explorer can run them in every order.
 */
public final class ChangeCredentialsInStorage {

  private ChangeCredentialsInStorage() {}

  /** Keeps the new beside the old, unless the saga was undone before it came here. */
  public static Decision<KeptCredentials, NoCall> onCredentialsVerified(
      KeptCredentials known, CredentialsVerified event) {
    return switch (known) {
      case Unheard _ ->
          Decision.become(
              new Both(event.botId(), event.credentials()),
              new CredentialsKept(
                  event.botId(), event.credentials(), event.account(), event.deadline()));
      case BotGone _, Both _, Settled _, Dropped _ -> Decision.stay(known);
    };
  }

  /** The engine speaks with the new ones: the old have had their time. */
  public static Decision<KeptCredentials, NoCall> onCredentialsTaken(
      KeptCredentials known, CredentialsTaken event) {
    return switch (known) {
      case Both _ ->
          Decision.become(new Settled(event.botId()), new OldCredentialsDropped(event.botId()));
      case Unheard _, BotGone _, Settled _, Dropped _ -> Decision.stay(known);
    };
  }

  /** Drops the new and leaves the tombstone, also where the event to keep has not arrived yet. */
  public static Decision<KeptCredentials, NoCall> onCredentialsRejected(
      KeptCredentials known, CredentialsRejected event) {
    NewCredentialsDropped dropped = new NewCredentialsDropped(event.botId(), event.refusal());
    return switch (known) {
      case Unheard _, Both _ ->
          Decision.become(new Dropped(event.botId(), event.refusal()), dropped);
      case BotGone _ -> Decision.become(known, dropped);
      case Settled _, Dropped _ -> Decision.stay(known);
    };
  }
}
