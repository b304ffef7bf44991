package dev.bricklayer.constructor.deletebot;

import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.BotErased;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Leaves nothing of the bot but its tombstone: the last step. */
@Component
class ForgetBotOnBotErased implements Reaction<BotErased> {

  private final BotDeletions deletions;

  ForgetBotOnBotErased(BotDeletions deletions) {
    this.deletions = deletions;
  }

  @Override
  public Class<BotErased> reactsTo() {
    return BotErased.class;
  }

  @Override
  public void react(Received<BotErased> message, Outgoing out) {
    BotErased event = message.body();
    deletions.decide(
        event.botId(),
        new SagaId(message.requiredSaga().id()),
        out,
        known -> DeleteBotInConstructor.onBotErased(known, event));
  }
}
