package dev.bricklayer.contracts.changejob;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Every check that needs nobody in the channel has passed: the managed bot is to be let into it.
 *
 * @param revision as it waits; its requester must be in the channel
 * @param again what the bot met where it should be in already; absent where it comes in for the
 *     first time
 */
@On(Topic.ENGINE_JOB_EVENTS)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JoinWanted(BotId botId, RevisionStored revision, @Nullable Again again)
    implements Message {

  /**
   * Somebody has taken it out.
   *
   * @param channel of which
   * @param refusal what there is to say where nobody can let it in
   */
  public record Again(ChannelRef channel, Refusal refusal) {}

  /** It comes in for the first time. */
  public JoinWanted(BotId botId, RevisionStored revision) {
    this(botId, revision, null);
  }

  @Override
  public String key() {
    return botId.toString();
  }
}
