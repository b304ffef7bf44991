package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Topic;

/** The bot lives. Ends the saga and carries all there is to say about the bot and its first job. */
@On(Topic.CONSTRUCTOR_BOT_EVENTS)
public record BotActivated(
    BotId botId,
    PersonId owner,
    String name,
    BotAccount account,
    Job firstJob,
    PlannedChannel channel,
    long version)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
