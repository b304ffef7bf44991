package dev.bricklayer.contracts.deletejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/**
 * Asks for the end of a job. There is no way back, so the initiator asks again until it is done.
 *
 * @param requester on whose behalf; who may touch the bot was looked at before
 */
@On(Topic.ENGINE_JOB_COMMANDS)
public record DeleteJob(BotId botId, JobId jobId, PersonId requester) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
