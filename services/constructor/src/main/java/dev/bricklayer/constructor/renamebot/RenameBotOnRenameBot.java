package dev.bricklayer.constructor.renamebot;

import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.messaging.Received;
import org.springframework.stereotype.Component;

/** Takes the pivot: the bot has its new name, or keeps the old one. */
@Component
class RenameBotOnRenameBot implements Reaction<RenameBot> {

  private final Renamings renamings;
  private final RenamingRepository repository;

  RenameBotOnRenameBot(Renamings renamings, RenamingRepository repository) {
    this.renamings = renamings;
    this.repository = repository;
  }

  @Override
  public Class<RenameBot> reactsTo() {
    return RenameBot.class;
  }

  @Override
  public void react(Received<RenameBot> message, Outgoing out) {
    RenameBot command = message.body();
    renamings.decide(
        command.botId(),
        message,
        out,
        known ->
            RenameBotInConstructor.onRenameBot(
                known, command, repository.find(command.botId(), command.name())));
  }
}
