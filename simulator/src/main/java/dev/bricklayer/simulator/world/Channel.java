package dev.bricklayer.simulator.world;

/**
 * A channel.
 *
 * @param teamId empty for direct and group messages
 * @param type O (open), P (private), D (direct), G (group)
 * @param deleteAt when it was archived; 0 while it is open
 */
public record Channel(
    String id,
    long createAt,
    long updateAt,
    long deleteAt,
    String teamId,
    String type,
    String name,
    String displayName,
    String header,
    String purpose,
    String creatorId)
    implements Row {

  public boolean archived() {
    return deleteAt > 0;
  }

  public boolean open() {
    return type.equals("O");
  }

  /** A direct or group message. */
  public boolean personal() {
    return type.equals("D") || type.equals("G");
  }

  public Channel described(
      String name, String displayName, String header, String purpose, long now) {
    return new Channel(
        id, createAt, now, deleteAt, teamId, type, name, displayName, header, purpose, creatorId);
  }

  /** Archived as of {@code deleteAt}; 0 restores it. */
  public Channel closed(long deleteAt, long now) {
    return new Channel(
        id, createAt, now, deleteAt, teamId, type, name, displayName, header, purpose, creatorId);
  }
}
