package dev.bricklayer.simulator.world;

import java.time.Duration;

/**
 * Where an integration may still answer a slash command later: a few times, for a while.
 *
 * @param id the secret in the address
 * @param rootId the thread in which the command was typed; empty for none
 * @param uses how often it was used
 */
public record ResponseUrl(
    String id,
    long createAt,
    String commandId,
    String userId,
    String channelId,
    String rootId,
    int uses)
    implements Row {

  private static final int MOST_USES = 5;
  private static final Duration LIFE = Duration.ofMinutes(30);

  public boolean expired(long now) {
    return createAt + LIFE.toMillis() < now;
  }

  public boolean usedUp() {
    return uses >= MOST_USES;
  }

  public ResponseUrl used() {
    return new ResponseUrl(id, createAt, commandId, userId, channelId, rootId, uses + 1);
  }

  @Override
  public String toString() {
    return "ResponseUrl[commandId=" + commandId + ", uses=" + uses + "]";
  }
}
