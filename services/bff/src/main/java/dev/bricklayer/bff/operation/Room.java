package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.SagaId;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/**
 * How many operations that began in this copy may be under way at once. More of them would end no
 * sooner: they would stand in line, in the memory of five services, until those who asked have
 * gone. So who finds no room is told at once, before anything is written or sealed.
 *
 * <p>An operation holds its room until this copy hears of its end. One that has not ended for long
 * waits for somebody who is away; it waits in tables then, and its room is free again.
 */
@Component
class Room {

  private final OperationSettings settings;
  private final Clock clock;

  /** In the order in which they began. */
  private final SequencedMap<SagaId, Instant> taken = new LinkedHashMap<>();

  Room(OperationSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes room for an operation that is about to begin; false when there is none. */
  synchronized boolean take(SagaId operation) {
    Instant now = clock.instant();
    freeWhatIsStuck(now);
    return taken.size() < settings.atOnce() && taken.putIfAbsent(operation, now) == null;
  }

  /** It has ended, or did not begin. Harmless where it held none. */
  synchronized void leave(SagaId operation) {
    taken.remove(operation);
  }

  /** How many hold room. */
  synchronized int size() {
    return taken.size();
  }

  private void freeWhatIsStuck(Instant now) {
    Instant since = now.minus(settings.stuckAfter());
    Iterator<Instant> oldestFirst = taken.values().iterator();
    while (oldestFirst.hasNext() && oldestFirst.next().isBefore(since)) {
      oldestFirst.remove();
    }
  }
}
