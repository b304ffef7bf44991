package dev.bricklayer.constructor.renamebot;

import dev.bricklayer.contracts.renamebot.AbandonRenameBot;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Answers with what came first: the new name, or the end. */
@Component
class ArbitrateOnAbandonRenameBot implements Reaction<AbandonRenameBot> {

  private final Renamings renamings;

  ArbitrateOnAbandonRenameBot(Renamings renamings) {
    this.renamings = renamings;
  }

  @Override
  public Class<AbandonRenameBot> reactsTo() {
    return AbandonRenameBot.class;
  }

  @Override
  public void react(Received<AbandonRenameBot> message, Outgoing out) {
    AbandonRenameBot command = message.body();
    renamings.decide(
        command.botId(), message, out, known -> RenameBotInConstructor.onAbandon(known, command));
  }
}
