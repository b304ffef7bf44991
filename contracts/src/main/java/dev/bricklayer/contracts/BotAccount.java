package dev.bricklayer.contracts;

/**
 * The Mattermost account a bot speaks as.
 *
 * @param userId Mattermost's id
 * @param username without the at sign
 */
public record BotAccount(String userId, String username) {}
