package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * Compensation of {@link JobStored}: credentials and job are erased.
 *
 * @param refusal why the saga is undone
 */
@On(Topic.STORAGE_JOB_EVENTS)
public record JobDiscarded(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
