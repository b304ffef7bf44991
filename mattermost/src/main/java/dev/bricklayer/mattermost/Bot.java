package dev.bricklayer.mattermost;

/**
 * A bot account.
 *
 * @param id of its user account
 * @param username lower-case, unique on the server, also while it is disabled
 * @param displayName its name for people; may be empty
 * @param description may be empty
 * @param owner who made it: a user's id, or a plugin's
 * @param disabled whether it is switched off; its tokens do not work then, its name stays taken
 */
public record Bot(
    MattermostUserId id,
    String username,
    String displayName,
    String description,
    String owner,
    boolean disabled) {}
