package dev.bricklayer.contracts.reminder;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * Whether a job's text that mentions all of its channel notifies them was looked up, and is another
 * than it was said to be. The reminder is posted either way.
 *
 * @param revision whose text it is
 * @param muted whether its bot lacks the right, so that the mention is a word like others
 * @param at when it was found out, by the database's clock
 */
@On(Topic.ENGINE_REMINDER_EVENTS)
public record MentionsChecked(BotId botId, JobId jobId, long revision, boolean muted, Instant at)
    implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
