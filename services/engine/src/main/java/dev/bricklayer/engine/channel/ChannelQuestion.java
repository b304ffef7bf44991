package dev.bricklayer.engine.channel;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * May this account speak in that channel, and could the requester?
 *
 * @param requester Mattermost's id of whoever asks; absent where the person is linked to nobody
 * @param channel the one that is asked about
 * @param named the same as people name it: the words of a refusal say so
 */
public record ChannelQuestion(
    BotId botId,
    Credentials credentials,
    BotAccount account,
    @Nullable String requester,
    ChannelRef channel,
    ChannelRef named) {

  /** Whether asking changes nothing at all: a direct channel is opened by it. */
  public boolean onlyLooks() {
    return channel.directTo() == null;
  }
}
