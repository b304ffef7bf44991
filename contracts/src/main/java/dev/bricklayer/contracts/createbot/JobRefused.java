package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/** The engine will never fire this job: the saga flows back from here. */
@On(Topic.ENGINE_JOB_EVENTS)
public record JobRefused(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
