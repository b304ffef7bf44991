package dev.bricklayer.contracts.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;

/**
 * Asks the pivot's owner to end the saga, unless the pivot was taken already: it answers with
 * {@link JobPlanned} or with {@link JobRefused}, whichever came first.
 */
@On(Topic.ENGINE_JOB_COMMANDS)
public record AbandonCreateBot(BotId botId, Refusal refusal) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }
}
