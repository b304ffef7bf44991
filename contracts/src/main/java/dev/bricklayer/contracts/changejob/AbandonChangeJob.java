package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * Asks the pivot's owner to end the saga, unless the pivot was taken already: it answers with
 * {@link RevisionApplied} or with {@link RevisionRefused}, whichever came first.
 */
@On(Topic.ENGINE_JOB_COMMANDS)
public record AbandonChangeJob(BotId botId, JobId jobId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
