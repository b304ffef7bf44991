package dev.bricklayer.simulator.world;

/**
 * One account in one channel.
 *
 * @param admin whether it administers the channel
 * @param gone whether it has left
 */
public record ChannelMember(String channelId, String userId, boolean admin, boolean gone)
    implements Row {}
