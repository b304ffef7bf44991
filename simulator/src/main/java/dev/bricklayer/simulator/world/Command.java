package dev.bricklayer.simulator.world;

/**
 * A slash command of a team.
 *
 * @param token the secret by which an integration knows that the server calls
 * @param deleteAt when it was deleted; 0 while it is there
 * @param trigger what people type after the slash; in lower case
 * @param method {@code P} for POST, {@code G} for GET
 * @param look how it presents itself
 * @param url where it leads
 */
public record Command(
    String id,
    String token,
    long createAt,
    long updateAt,
    long deleteAt,
    String creatorId,
    String teamId,
    String trigger,
    String method,
    Look look,
    String url)
    implements Row {

  /**
   * How a command presents itself.
   *
   * @param username the name under which its answers stand, where that is allowed
   * @param hinted whether it is offered while people type
   */
  public record Look(
      String displayName,
      String description,
      String username,
      String iconUrl,
      boolean hinted,
      String hint,
      String hintText) {}

  /** With everything that its owner may change; identity, token and team stay. */
  public Command changed(String trigger, String method, Look look, String url, long now) {
    return new Command(
        id, token, createAt, now, deleteAt, creatorId, teamId, trigger, method, look, url);
  }

  public Command withToken(String token, long now) {
    return new Command(
        id, token, createAt, now, deleteAt, creatorId, teamId, trigger, method, look, url);
  }

  public Command deleted(long now) {
    return new Command(
        id, token, createAt, now, now, creatorId, teamId, trigger, method, look, url);
  }

  @Override
  public String toString() {
    return "Command[id=" + id + ", teamId=" + teamId + ", trigger=" + trigger + "]";
  }
}
