package dev.bricklayer.engine.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changecredentials.AbandonChangeCredentials;
import dev.bricklayer.contracts.changecredentials.CredentialsKept;
import dev.bricklayer.contracts.changecredentials.CredentialsRejected;
import dev.bricklayer.contracts.changecredentials.CredentialsTaken;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.engine.changecredentials.CredentialsPlan.Checking;
import dev.bricklayer.engine.changecredentials.CredentialsPlan.Rejected;
import dev.bricklayer.engine.changecredentials.CredentialsPlan.Taken;
import dev.bricklayer.engine.changecredentials.CredentialsPlan.Unheard;
import java.util.Set;

/**
 * The engine's decisions in change-credentials. It owns the pivot: until it has taken the new
 * credentials the bot speaks with the old ones. No I/O, so that the explorer can run them in every
 * order.
 */
public final class ChangeCredentialsInEngine {

  private ChangeCredentialsInEngine() {}

  /** Looks at the channels of the bot's jobs; nothing after a tombstone. */
  public static Decision<CredentialsPlan, CheckCredentials> onCredentialsKept(
      CredentialsPlan known, SagaId saga, CredentialsKept event, Readiness readiness) {
    return switch (known) {
      case Unheard _ ->
          switch (readiness) {
            case READY ->
                Decision.calling(
                    new Checking(event.botId()),
                    new CheckCredentials(
                        saga, event.botId(), event.credentials(), event.account()));
            case BOT_GONE, OTHER_KIND -> rejected(event.botId(), whyNot(readiness));
          };
      case Checking _, Taken _, Rejected _ -> Decision.stay(known);
    };
  }

  /**
   * The pivot: takes the new credentials or rejects them, unless the saga was abandoned meanwhile.
   *
   * @param channels of the bot's jobs, as they are now
   */
  public static Decision<CredentialsPlan, CheckCredentials> onVerdict(
      CredentialsPlan known,
      CredentialsVerdict verdict,
      Readiness readiness,
      Set<String> channels) {
    return switch (known) {
      case Checking(var botId) ->
          switch (verdict) {
            case CredentialsVerdict.Bad(var refusal) -> rejected(botId, refusal);
            case CredentialsVerdict.Good(var checked) ->
                switch (readiness) {
                  case BOT_GONE, OTHER_KIND -> rejected(botId, whyNot(readiness));
                  case READY ->
                      checked.containsAll(channels)
                          ? Decision.become(new Taken(botId), new CredentialsTaken(botId))
                          // A job moved meanwhile to where nobody has looked.
                          : rejected(botId, Refusal.of(RefusalCode.LOCKED, ""));
                };
          };
      case Unheard _, Taken _, Rejected _ -> Decision.stay(known);
    };
  }

  /** Answers with what came first; where nothing came, the saga ends here. */
  public static Decision<CredentialsPlan, CheckCredentials> onAbandon(
      CredentialsPlan known, AbandonChangeCredentials command) {
    return switch (known) {
      case Unheard _, Checking _ -> rejected(command.botId(), command.refusal());
      case Taken(var botId) -> Decision.become(known, new CredentialsTaken(botId));
      case Rejected(var botId, var refusal) ->
          Decision.become(known, new CredentialsRejected(botId, refusal));
    };
  }

  private static Refusal whyNot(Readiness readiness) {
    return switch (readiness) {
      case BOT_GONE -> Refusal.of(RefusalCode.BOT_DELETED, "");
      case OTHER_KIND -> Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials/kind");
      case READY -> throw new IllegalArgumentException("nothing stands against it");
    };
  }

  private static Decision<CredentialsPlan, CheckCredentials> rejected(
      BotId botId, Refusal refusal) {
    return Decision.become(new Rejected(botId, refusal), new CredentialsRejected(botId, refusal));
  }
}
