package dev.bricklayer.contracts.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;

/** Credentials, jobs and all their revisions are erased. */
@On(Topic.STORAGE_JOB_EVENTS)
public record BotErased(BotId botId) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
