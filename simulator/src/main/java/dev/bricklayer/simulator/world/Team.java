package dev.bricklayer.simulator.world;

/**
 * A team.
 *
 * @param deleteAt when it was archived; 0 while it is open
 */
public record Team(
    String id,
    long createAt,
    long deleteAt,
    String name,
    String displayName,
    String type,
    String email,
    String inviteId)
    implements Row {

  /** Archived as of {@code deleteAt}; 0 restores it. */
  public Team closed(long deleteAt) {
    return new Team(id, createAt, deleteAt, name, displayName, type, email, inviteId);
  }
}
