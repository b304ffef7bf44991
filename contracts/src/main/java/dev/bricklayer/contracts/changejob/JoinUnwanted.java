package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * The revision for which a bot was to be let into a channel never comes into force: from here the
 * saga flows back.
 */
@On(Topic.ENGINE_JOB_EVENTS)
public record JoinUnwanted(BotId botId, JobId jobId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
