package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/**
 * Every check that needs nobody in the channel has passed: the managed bot is to be let into it.
 *
 * @param revision as it waits; its requester must be in the channel
 */
@On(Topic.ENGINE_JOB_EVENTS)
public record JoinWanted(BotId botId, RevisionStored revision) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
