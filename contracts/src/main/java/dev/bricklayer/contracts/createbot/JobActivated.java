package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Topic;

/** The first job is current in storage. */
@On(Topic.STORAGE_JOB_EVENTS)
public record JobActivated(BotId botId, Job firstJob, PlannedChannel channel) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
