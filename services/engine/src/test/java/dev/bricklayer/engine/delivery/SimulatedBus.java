package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.Occurrence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Kafka: what it took it brings at least once, to whichever copy lives. What a copy does not say it
 * is done with, because it died or stands still, is brought to another after a while.
 */
final class SimulatedBus {

  /** A dead copy's partitions are others' after its session has timed out. */
  private static final int SESSION = 8_000;

  private static final int LATELY = 60_000;

  private final Simulation world;
  private final List<Sent> sent = new ArrayList<>();
  private final Map<Occurrence, Long> first = new HashMap<>();
  private long awayUntil;

  SimulatedBus(Simulation world) {
    this.world = world;
  }

  /** A record, and whether somebody is done with it. */
  private static final class Sent {
    final Occurrence occurrence;
    final long at;
    boolean done;

    Sent(Occurrence occurrence, long at) {
      this.occurrence = occurrence;
      this.at = at;
    }
  }

  void awayFor(long millis) {
    awayUntil = Math.max(awayUntil, world.millis() + millis);
  }

  private boolean isAway() {
    return world.millis() < awayUntil;
  }

  boolean wasThereSince(long millis) {
    return awayUntil <= millis;
  }

  /** False when it takes nothing. */
  boolean send(Occurrence occurrence) {
    if (isAway()) {
      return false;
    }
    Sent record = new Sent(occurrence, world.millis());
    sent.add(record);
    if (first.putIfAbsent(occurrence, record.at) == null) {
      world.note(() -> "handed over: " + occurrence.plannedAt());
    }
    bring(record);
    return true;
  }

  /** When it was handed over first; null when it never was. */
  Long handedOverAt(Occurrence occurrence) {
    return first.get(occurrence);
  }

  void bringAgain() {
    sent.stream().filter(record -> record.at > world.millis() - LATELY).forEach(this::bring);
  }

  private void bring(Sent record) {
    List<SimulatedEngine> living =
        world.engines().stream().filter(SimulatedEngine::isAlive).toList();
    if (!living.isEmpty()) {
      living.get(world.upTo(living.size())).bring(record.occurrence, () -> record.done = true);
    }
    world.in(
        SESSION,
        () -> {
          if (!record.done) {
            bring(record);
          }
        });
  }
}
