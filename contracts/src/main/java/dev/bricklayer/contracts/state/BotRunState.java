package dev.bricklayer.contracts.state;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bot's credentials work, as the engine says it.
 *
 * @param version grows with every change; what is older than what a reader has is skipped
 */
@On(Topic.ENGINE_BOT_STATE)
public record BotRunState(
    BotId botId, Status status, @Nullable RefusalCode stopReason, long version) implements Message {

  @Override
  public String key() {
    return botId.toString();
  }

  /** STOPPED when Mattermost refuses the credentials; DELETED is the tombstone. */
  public enum Status {
    RUNNING,
    STOPPED,
    DELETED
  }
}
