package dev.bricklayer.simulator.world;

/**
 * Something to call with: a personal access token, or the session of a login.
 *
 * @param id by which it is switched off and on
 * @param value the secret. Kept in clear, which no real server would do: the launcher prints the
 *     demo bot's token at every start
 * @param description empty for sessions
 * @param state whether it works
 */
public record Token(
    String id, String value, String userId, String description, Kind kind, State state)
    implements Row {

  /** Where it comes from. */
  public enum Kind {
    ACCESS_TOKEN,
    SESSION
  }

  /** Whether it works. A revoked one never does again. */
  public enum State {
    ACTIVE,
    DISABLED,
    REVOKED
  }

  public boolean active() {
    return state == State.ACTIVE;
  }

  public Token in(State state) {
    return new Token(id, value, userId, description, kind, state);
  }

  @Override
  public String toString() {
    return "Token[id=" + id + ", userId=" + userId + ", " + kind + ", " + state + "]";
  }
}
