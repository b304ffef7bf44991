package dev.bricklayer.mattermost;

import java.util.Set;

/**
 * One account's membership of one channel.
 *
 * @param channel where
 * @param user who
 * @param roles channel roles, such as {@code channel_user}, {@code channel_admin}
 */
public record ChannelMember(ChannelId channel, MattermostUserId user, Set<String> roles) {}
