package dev.bricklayer.mattermost;

/**
 * A bot account to be made, or how one shall be from now on.
 *
 * @param username 1 to 64 of {@code a-z 0-9 . _ -}, unique on the server
 * @param displayName at most 64 characters
 * @param description at most 1,024 characters; people see it
 */
public record NewBot(String username, String displayName, String description) {}
