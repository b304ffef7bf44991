package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobId;
import org.jspecify.annotations.Nullable;

/**
 * Where a job of a managed bot shall speak.
 *
 * @param requester Mattermost's id of whoever wants it: the bot may speak only where they could;
 *     null where the person is linked to nobody
 * @param pointer JSON pointer to the channel in the request
 */
public record ChannelWish(
    JobId job, ChannelRef channel, @Nullable String requester, String pointer) {}
