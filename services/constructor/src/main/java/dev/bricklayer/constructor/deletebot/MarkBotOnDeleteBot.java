package dev.bricklayer.constructor.deletebot;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Takes the pivot: the bot is on its way out, and its name can be taken again at once. */
@Component
class MarkBotOnDeleteBot implements Reaction<DeleteBot> {

  private final BotDeletions deletions;

  MarkBotOnDeleteBot(BotDeletions deletions) {
    this.deletions = deletions;
  }

  @Override
  public Class<DeleteBot> reactsTo() {
    return DeleteBot.class;
  }

  @Override
  public void react(Received<DeleteBot> message, Outgoing out) {
    deletions.mark(message.body(), SagaIds.of(message), out);
  }
}
