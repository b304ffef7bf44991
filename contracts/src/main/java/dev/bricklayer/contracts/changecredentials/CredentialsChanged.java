package dev.bricklayer.contracts.changecredentials;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/** The bot has new credentials. Ends the saga and carries all there is to say about the bot. */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record CredentialsChanged(
    BotId botId, PersonId owner, String name, BotAccount account, long version) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
