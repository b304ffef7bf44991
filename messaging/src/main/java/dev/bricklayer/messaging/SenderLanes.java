package dev.bricklayer.messaging;

import dev.bricklayer.messaging.OutboxMessage.LaneKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The order in which the messages of this process leave: one lane per topic and key. A message
 * takes its place in the lane before its transaction commits, while the aggregate's lock is still
 * held; it may leave when the transaction has committed and what stands before it has been
 * acknowledged. So a later transaction whose thread is faster overtakes nothing.
 *
 * <p>When there is no room, or Kafka does not take a message, the lanes are emptied and everything
 * goes through recovery, which reads the table in order, until nothing is left there:
 *
 * <pre>
 *   DIRECT        a message goes into its lane, and from there to Kafka
 *     | no room, a failed sending, a commit with unknown end
 *     v
 *   RECOVERING    a message stays in the table; recovery sends
 *     | recovery found no more
 *     v
 *   HANDING_BACK  a message goes into its lane but waits there, until those that were left to
 *     |           recovery have been committed and sent
 *     v
 *   DIRECT
 * </pre>
 *
 * A process begins in RECOVERING: what an earlier life left comes first. All methods are quick;
 * none does I/O.
 */
final class SenderLanes {

  enum Mode {
    DIRECT,
    RECOVERING,
    HANDING_BACK
  }

  private enum Place {
    /** Its transaction is still running. */
    TAKEN,
    /** Committed, behind another or about to be queued. */
    READY,
    /** First of its lane and committed. */
    QUEUED,
    IN_FLIGHT
  }

  /** A message in its lane. */
  static final class Slot {
    private final OutboxMessage message;
    private Place place = Place.TAKEN;

    private Slot(OutboxMessage message) {
      this.message = message;
    }

    OutboxMessage message() {
      return message;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();

  /** For the sender. */
  private final Condition toSend = lock.newCondition();

  /** For recovery as long as it has nothing to do: it is not woken for every message. */
  private final Condition trouble = lock.newCondition();

  /** For who waits until something is over. */
  private final Condition changed = lock.newCondition();

  private final int capacity;
  private final Runnable onFull;

  private final Map<LaneKey, ArrayDeque<Slot>> lanes = new HashMap<>();
  private final ArrayDeque<Slot> queue = new ArrayDeque<>();

  /** From the place in the lane until the mark in the table: recovery leaves these alone. */
  private final Set<Long> known = new HashSet<>();

  private final Set<Reservation> open = new HashSet<>();
  private Mode mode = Mode.RECOVERING;
  private boolean closed;
  private int inLanes;
  private int inFlight;
  private int leftToRecovery;

  /**
   * Empty lanes.
   *
   * @param capacity of all lanes together, in messages
   * @param onFull told each time when a message finds no room
   */
  SenderLanes(int capacity, Runnable onFull) {
    this.capacity = capacity;
    this.onFull = onFull;
  }

  /** What one transaction has in the lanes. Exactly one of its methods is called, once. */
  final class Reservation {

    private final List<Slot> slots = new ArrayList<>();
    private boolean left;

    /** The transaction committed: its messages may leave. */
    void committed() {
      changing(
          () -> {
            end(this);
            slots.forEach(slot -> slot.place = Place.READY);
            slots.forEach(slot -> queueHead(slot.message.lane()));
          });
    }

    /** It rolled back: its messages never were. */
    void rolledBack() {
      changing(
          () -> {
            end(this);
            slots.forEach(SenderLanes.this::forget);
          });
    }

    /** Nobody knows; the table does. */
    void unknown() {
      changing(
          () -> {
            end(this);
            slots.forEach(SenderLanes.this::forget);
            recover();
          });
    }
  }

  // What transactions do.

  /** Takes places for a transaction's messages, just before it commits. */
  Reservation reserve(List<OutboxMessage> messages) {
    Reservation reservation = new Reservation();
    changing(
        () -> {
          open.add(reservation);
          if (hasRoomFor(messages.size())) {
            messages.forEach(message -> take(reservation, message));
          } else {
            leaveToRecovery(reservation);
          }
        });
    return reservation;
  }

  private boolean hasRoomFor(int messages) {
    if (mode == Mode.RECOVERING || closed) {
      return false;
    }
    if (inLanes + messages > capacity) {
      onFull.run();
      recover();
      return false;
    }
    return true;
  }

  private void take(Reservation reservation, OutboxMessage message) {
    Slot slot = new Slot(message);
    reservation.slots.add(slot);
    lanes.computeIfAbsent(message.lane(), lane -> new ArrayDeque<>()).add(slot);
    known.add(message.id());
    inLanes++;
  }

  private void leaveToRecovery(Reservation reservation) {
    if (!reservation.left) {
      reservation.left = true;
      reservation.slots.clear();
      leftToRecovery++;
    }
  }

  private void end(Reservation reservation) {
    open.remove(reservation);
    if (reservation.left) {
      leftToRecovery--;
    }
  }

  // What the sender does.

  /** The next message that may leave; waits for one. Empty when the lanes are closed and empty. */
  Optional<Slot> next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (queue.isEmpty() || mode == Mode.HANDING_BACK) {
        if (closed && inLanes == 0) {
          return Optional.empty();
        }
        toSend.await();
      }
      Slot slot = queue.remove();
      slot.place = Place.IN_FLIGHT;
      inFlight++;
      return Optional.of(slot);
    } finally {
      lock.unlock();
    }
  }

  /** Kafka has it: the next of its lane may leave. */
  void sent(Slot slot) {
    changing(
        () -> {
          inFlight--;
          removeFromLane(slot);
        });
  }

  /** Kafka did not take it: recovery will send it, and what stands behind it. */
  void failed(Slot slot) {
    changing(
        () -> {
          inFlight--;
          forget(slot);
          recover();
        });
  }

  /** These are marked as sent in the table. */
  void marked(Collection<Long> ids) {
    changing(() -> known.removeAll(ids));
  }

  private void forget(Slot slot) {
    known.remove(slot.message.id());
    removeFromLane(slot);
  }

  private void removeFromLane(Slot slot) {
    LaneKey key = slot.message.lane();
    ArrayDeque<Slot> lane = lanes.get(key);
    if (lane == null || !lane.remove(slot)) {
      return;
    }
    inLanes--;
    if (lane.isEmpty()) {
      lanes.remove(key);
    } else {
      queueHead(key);
    }
  }

  private void queueHead(LaneKey key) {
    ArrayDeque<Slot> lane = lanes.get(key);
    if (lane != null && lane.getFirst().place == Place.READY) {
      lane.getFirst().place = Place.QUEUED;
      queue.add(lane.getFirst());
    }
  }

  // What recovery does.

  /** Waits until recovery is needed, the time is over, or the lanes are closed. */
  void awaitTrouble(Duration atMost) throws InterruptedException {
    awaitEvenClosed(trouble, () -> closed || mode != Mode.DIRECT, atMost);
  }

  /** Waits until every message that was given to Kafka has been answered. */
  boolean awaitNothingInFlight(Duration atMost) throws InterruptedException {
    return await(() -> inFlight == 0, atMost);
  }

  /**
   * Lets messages into the lanes again, where they wait, and waits for the end of the transactions
   * whose messages were left to recovery. After it recovery looks into the table once more.
   */
  boolean beginHandingBack(Duration atMost) throws InterruptedException {
    changing(() -> mode = Mode.HANDING_BACK);
    return await(() -> leftToRecovery == 0 || mode != Mode.HANDING_BACK, atMost) && isHandingBack();
  }

  private boolean isHandingBack() {
    return mode() == Mode.HANDING_BACK;
  }

  /** Nothing is left in the table: what waits in the lanes may leave. */
  void endHandingBack() {
    changing(
        () -> {
          if (mode == Mode.HANDING_BACK) {
            mode = Mode.DIRECT;
          }
        });
  }

  /** Empties the lanes into recovery. */
  void recoverAgain() {
    changing(this::recover);
  }

  /** Whether it is in a lane, or was sent and its mark is under way. */
  boolean knows(OutboxMessage message) {
    return reading(() -> known.contains(message.id()));
  }

  Mode mode() {
    return reading(() -> mode);
  }

  boolean isClosed() {
    return reading(() -> closed);
  }

  /** How many messages are in the lanes. */
  int size() {
    return reading(() -> inLanes);
  }

  /** No more messages come in; those that are in still leave, unless recovery has them. */
  void close() {
    changing(
        () -> {
          closed = true;
          if (mode == Mode.HANDING_BACK) {
            recover();
          }
        });
  }

  /** Waits until the lanes are empty. */
  boolean awaitEmpty(Duration atMost) throws InterruptedException {
    return awaitEvenClosed(changed, () -> inLanes == 0, atMost);
  }

  private void recover() {
    if (mode == Mode.RECOVERING) {
      return;
    }
    mode = Mode.RECOVERING;
    queue.clear();
    open.forEach(this::leaveToRecovery);
    lanes.values().forEach(this::empty);
    lanes.values().removeIf(ArrayDeque::isEmpty);
  }

  private void empty(ArrayDeque<Slot> lane) {
    for (Slot slot : lane) {
      if (slot.place != Place.IN_FLIGHT) {
        known.remove(slot.message.id());
        inLanes--;
      }
    }
    lane.removeIf(slot -> slot.place != Place.IN_FLIGHT);
  }

  private void changing(Runnable change) {
    lock.lock();
    try {
      change.run();
      wake();
    } finally {
      lock.unlock();
    }
  }

  private void wake() {
    changed.signalAll();
    if (mode != Mode.DIRECT || closed) {
      trouble.signalAll();
    }
    if (!queue.isEmpty() || closed) {
      toSend.signal();
    }
  }

  private <T> T reading(Supplier<T> what) {
    lock.lock();
    try {
      return what.get();
    } finally {
      lock.unlock();
    }
  }

  private boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
    awaitEvenClosed(changed, () -> closed || condition.getAsBoolean(), atMost);
    return reading(condition::getAsBoolean);
  }

  private boolean awaitEvenClosed(Condition woken, BooleanSupplier condition, Duration atMost)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = atMost.toNanos();
      while (!condition.getAsBoolean() && left > 0) {
        left = woken.awaitNanos(left);
      }
      return condition.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }
}
