package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * What is due and cannot go yet, of all copies together: it stands in the ledger as RETRY. Whoever
 * has a sender free picks the next, bot by bot, going round: a bot with thousands in line has one
 * turn, as has a bot with one.
 */
@Component
class WaitingLine {

  /** Before all bots. */
  private static final UUID BEGINNING = new UUID(0, 0);

  /** Longer than anything is tried. */
  private static final int USUAL_DAYS = 2;

  /** Whoever waits from before that, because all engines were away, is looked for more seldom. */
  private static final int ALL_DAYS = 36_500;

  private static final int LOOKS_BETWEEN = 240;

  /**
   * The leader's marks lock rows for some milliseconds, and who waited for them while holding
   * others could wait for ever. What is locked for longer is left to the leader's sweep.
   */
  private static final Duration WHILE_LOCKED = Duration.ofMillis(20);

  private static final int ATTEMPTS = 25;

  private final WaitingLineRepository repository;

  /** Whether more stands in line than was picked out of it, as far as this copy knows. */
  private volatile boolean busy;

  /** Whose turn it was last; read and written by the one who serves. */
  private UUID lastTurn = BEGINNING;

  private int looks;
  private int days = ALL_DAYS;

  WaitingLine(WaitingLineRepository repository) {
    this.repository = repository;
  }

  /** Whether others wait, behind whom whoever comes now has to get in line. */
  boolean isBusy() {
    return busy;
  }

  /** These wait from now on, unless somebody else has them. */
  void queue(List<Occurrence> occurrences) {
    List<Occurrence> left = occurrences;
    for (int attempt = 0; !left.isEmpty() && attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        LockSupport.parkNanos(WHILE_LOCKED.toNanos());
      }
      left = repository.queue(left);
      busy = true;
    }
  }

  /** Whether anything waits whose time has come. */
  boolean anything() {
    busy = false;
    days = looks++ % LOOKS_BETWEEN == 0 ? ALL_DAYS : USUAL_DAYS;
    boolean anything = repository.anything(days);
    busy |= anything;
    return anything;
  }

  /** Picks up to so many whose turn it is. They are READY, and the caller's to take at once. */
  List<Occurrence> next(int most) {
    UUID last = lastTurn;
    List<Occurrence> next = new ArrayList<>(after(last, most));
    if (next.size() < most && !last.equals(BEGINNING)) {
      next.addAll(after(BEGINNING, most - next.size()));
    }
    return next;
  }

  private List<Occurrence> after(UUID bot, int most) {
    List<Occurrence> next = repository.next(bot, most, days);
    lastTurn =
        next.stream()
            .map(each -> each.botId().value())
            .max(Comparator.comparing(UUID::toString))
            .orElse(BEGINNING);
    return next;
  }
}
