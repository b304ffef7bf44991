package dev.bricklayer.simulator.api;

/**
 * What an administrator of a real server switches, as far as it is played.
 *
 * @param botCreation {@code EnableBotAccountCreation}
 * @param accessTokens {@code EnableUserAccessTokens}: whether people may have tokens; bots may
 *     always
 * @param directToTeamMatesOnly {@code RestrictDirectMessage=team}
 */
public record Switches(boolean botCreation, boolean accessTokens, boolean directToTeamMatesOnly) {

  /** What Bricklayer needs is on, nothing is restricted. */
  public static final Switches OPEN = new Switches(true, true, false);
}
