package dev.bricklayer.simulator.world;

/**
 * A post as it is kept. Props are kept as JSON text: at a hundred thousand posts a tree would cost
 * several times the memory.
 *
 * @param rootId the post it answers; empty for none
 * @param type empty for what people and bots write, {@code system_…} for the server's own
 */
public record Post(
    String id,
    long createAt,
    long updateAt,
    long editAt,
    long deleteAt,
    String userId,
    String channelId,
    String rootId,
    String message,
    String type,
    String props)
    implements Row {

  public boolean deleted() {
    return deleteAt > 0;
  }

  public boolean system() {
    return !type.isEmpty();
  }

  /** Only other words count as an edit. */
  public Post edited(String message, String props, long now) {
    long editAt = message.equals(this.message) ? this.editAt : now;
    return new Post(
        id, createAt, now, editAt, deleteAt, userId, channelId, rootId, message, type, props);
  }

  public Post removed(long now) {
    return new Post(
        id, createAt, now, editAt, now, userId, channelId, rootId, message, type, props);
  }
}
