package dev.bricklayer.contracts.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a change of a job, or for one more job of a bot.
 *
 * @param requester on whose behalf; who may touch the bot was looked at before
 * @param mattermostUser Mattermost's id of the same: a bot of Bricklayer's may speak only where
 *     they could; absent where the person is linked to nobody there
 * @param expectedRevision the revision that the change was made for; absent when any is meant
 * @param deadline after it the initiator gives the saga up; whoever calls outside may stop trying
 *     then
 */
@On(Topic.STORAGE_JOB_COMMANDS)
public record ChangeJob(
    BotId botId,
    JobId jobId,
    PersonId requester,
    @Nullable String mattermostUser,
    JobChange change,
    @Nullable Long expectedRevision,
    Instant deadline)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
