package dev.bricklayer.contracts.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/**
 * Asks for the end of a bot with all its jobs. There is no way back, so whoever asked asks again
 * until it hears the end: every step repeats its answer.
 *
 * @param owner whose bot it is: somebody else's is left alone
 */
@On(Topic.CONSTRUCTOR_BOT_COMMANDS)
public record DeleteBot(BotId botId, PersonId owner) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
