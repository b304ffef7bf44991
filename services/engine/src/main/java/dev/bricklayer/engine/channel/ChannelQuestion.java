package dev.bricklayer.engine.channel;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;

/**
 * May this account speak in that channel?
 *
 * @param channel the one that is asked about
 * @param named the same as people name it: the words of a refusal say so
 */
public record ChannelQuestion(
    BotId botId,
    Credentials credentials,
    BotAccount account,
    ChannelRef channel,
    ChannelRef named) {}
