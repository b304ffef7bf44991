package dev.bricklayer.contracts.renamebot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/**
 * The pivot and the end: the bot is called so from now on. Carries all there is to say about it.
 */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record BotRenamed(BotId botId, PersonId owner, String name, BotAccount account, long version)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
