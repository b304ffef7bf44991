package dev.bricklayer.simulator.live;

import dev.bricklayer.simulator.world.World;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All open connections. An event reaches those that are open when it happens; who comes later hears
 * nothing of it, as on a real server.
 */
public final class Hub {

  private final World world;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  public Hub(World world) {
    this.world = world;
  }

  void add(Connection connection) {
    connections.add(connection);
  }

  void remove(Connection connection) {
    connections.remove(connection);
  }

  /** Whether nobody listens: what happens need not be put into words. */
  public boolean idle() {
    return connections.isEmpty();
  }

  /** Tells an event to whom it concerns; never waits for any of them. */
  public void publish(Broadcast event) {
    for (Connection connection : connections) {
      if (concerns(event.audience(), connection.userId())) {
        connection.hear(event);
      }
    }
  }

  /** Closes every connection of an account. */
  public void dismiss(String userId) {
    connections.stream()
        .filter(connection -> connection.userId().equals(userId))
        .forEach(Connection::dismiss);
  }

  private boolean concerns(Audience audience, String userId) {
    if (!audience.userId().isEmpty()) {
      return audience.userId().equals(userId);
    }
    if (audience.withoutUserId().equals(userId)) {
      return false;
    }
    if (!audience.channelId().isEmpty()) {
      return world.channelMember(audience.channelId(), userId) != null;
    }
    return audience.teamId().isEmpty() || world.teamMember(audience.teamId(), userId) != null;
  }
}
