package dev.bricklayer.simulator.world;

/**
 * What an account is beside an account when it is a bot's. Its display name is the account's first
 * name.
 *
 * @param userId the account
 * @param ownerId who made it, or was given it
 */
public record Bot(
    String userId, String description, String ownerId, long createAt, long updateAt, long deleteAt)
    implements Row {

  public Bot described(String description, long now) {
    return new Bot(userId, description, ownerId, createAt, now, deleteAt);
  }

  public Bot ownedBy(String ownerId, long now) {
    return new Bot(userId, description, ownerId, createAt, now, deleteAt);
  }

  /** Disabled as of {@code deleteAt}; 0 enables it. */
  public Bot closed(long deleteAt, long now) {
    return new Bot(userId, description, ownerId, createAt, now, deleteAt);
  }
}
