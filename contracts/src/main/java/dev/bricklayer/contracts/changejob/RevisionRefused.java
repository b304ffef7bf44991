package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/** The revision never comes into force: the saga flows back from here. */
@On(Topic.ENGINE_JOB_EVENTS)
public record RevisionRefused(BotId botId, JobId jobId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
