package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.changecredentials.OldCredentialsDropped;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Notes the account the bot speaks as, and lets go of the bot: the last forward step. */
@Component
class SettleCredentialsOnOldCredentialsDropped implements Reaction<OldCredentialsDropped> {

  private final CredentialsChanges changes;
  private final CredentialsChangeRepository repository;

  SettleCredentialsOnOldCredentialsDropped(
      CredentialsChanges changes, CredentialsChangeRepository repository) {
    this.changes = changes;
    this.repository = repository;
  }

  @Override
  public Class<OldCredentialsDropped> reactsTo() {
    return OldCredentialsDropped.class;
  }

  /** A bot that is gone has nothing to settle. */
  @Override
  public void react(Received<OldCredentialsDropped> message, Outgoing out) {
    BotId bot = message.body().botId();
    changes.decide(
        bot,
        SagaIds.of(message),
        out,
        known ->
            repository
                .owned(bot)
                .map(owned -> ChangeCredentialsInConstructor.onOldCredentialsDropped(known, owned))
                .orElseGet(() -> Decision.stay(known)));
  }
}
