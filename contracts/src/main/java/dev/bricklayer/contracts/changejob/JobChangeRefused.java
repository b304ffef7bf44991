package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/** What storage knows stood against it; nothing was kept. */
@On(Topic.STORAGE_JOB_EVENTS)
public record JobChangeRefused(BotId botId, JobId jobId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
