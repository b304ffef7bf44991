package dev.bricklayer.mattermost;

/**
 * One account's membership of one team.
 *
 * @param team where
 * @param user who
 * @param left whether it is a former one, of which Mattermost keeps the row
 */
public record TeamMember(TeamId team, MattermostUserId user, boolean left) {}
