package dev.bricklayer.mattermost;

import java.util.Set;

/**
 * One account's membership of one team.
 *
 * @param team where
 * @param user who
 * @param roles team roles, such as {@code team_user}, {@code team_admin}
 * @param left whether it is a former one, of which Mattermost keeps the row
 */
public record TeamMember(TeamId team, MattermostUserId user, Set<String> roles, boolean left) {}
