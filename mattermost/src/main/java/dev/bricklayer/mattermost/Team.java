package dev.bricklayer.mattermost;

/**
 * A team.
 *
 * @param id which
 * @param name its name in addresses, unique on the server
 * @param displayName its name for people
 * @param archived whether it is closed
 */
public record Team(TeamId id, String name, String displayName, boolean archived) {}
