package dev.bricklayer.simulator.world;

/**
 * One account in one team.
 *
 * @param admin whether it administers the team
 * @param deleteAt when it left; 0 while it is in
 */
public record TeamMember(String teamId, String userId, boolean admin, long deleteAt)
    implements Row {}
