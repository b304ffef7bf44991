package dev.bricklayer.contracts.renamebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/**
 * Asks for another name of a bot.
 *
 * @param owner whose bot it is: somebody else's is left alone
 */
@On(Topic.CONSTRUCTOR_BOT_COMMANDS)
public record RenameBot(BotId botId, PersonId owner, String name) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
