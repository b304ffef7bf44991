package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Handles what one poll brought: several keys at once, the messages of one key one after the other;
 * those that can be handled again without harm all together, in one transaction. When it returns,
 * every record is handled, skipped or a dead letter; when the world is at fault it throws, and the
 * container comes again with the records from the first that failed. What was handled behind that
 * one comes a second time, which the inbox notices.
 */
final class ReactionListener implements BatchMessageListener<byte[], byte[]> {

  private static final Logger log = LoggerFactory.getLogger(ReactionListener.class);
  private static final int TRIES_OF_A_BUG = 3;

  /** Deadlocks are over at once; for the rest the container waits better than we. */
  private static final int TRIES_OF_WHAT_PASSES = 3;

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(20), Duration.ofMillis(500));

  private final MessageHandler handler;
  private final KeptDeadLetters deadLetters;
  private final MessagingMetrics metrics;
  private final int atOnce;

  ReactionListener(
      MessageHandler handler, KeptDeadLetters deadLetters, MessagingMetrics metrics, int atOnce) {
    this.handler = handler;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.atOnce = atOnce;
  }

  /** What can be done before the first message comes. */
  void prepare() {
    handler.prepare();
  }

  @Override
  public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
    Batch batch = new Batch(records.stream().map(Incoming::of).toList(), handler::isRepeatable);
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(atOnce, batch.lanes.size()); i++) {
      others.add(Thread.ofVirtual().name("reaction-" + i).start(() -> workThrough(batch)));
    }
    workThrough(batch);
    others.forEach(ReactionListener::awaitEnd);
    Throwable failure = batch.failure.get();
    if (failure != null) {
      throw new BatchListenerFailedException(
          "the message waits until this has passed", failure, batch.firstUnhandled());
    }
  }

  /** What one poll brought, and how far we are. */
  private static final class Batch {

    private final List<Incoming> records;
    private final Queue<Lane> lanes = new ConcurrentLinkedQueue<>();
    private final Set<Integer> handled = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Batch(List<Incoming> records, Predicate<Incoming> isRepeatable) {
      this.records = records;
      List<Lane> repeatable = new ArrayList<>();
      for (Lane lane : lanesOf(records)) {
        boolean isHarmless = lane.places().stream().map(records::get).allMatch(isRepeatable);
        (isHarmless ? repeatable : lanes).add(lane);
      }
      if (!repeatable.isEmpty()) {
        lanes.add(Lane.shared(repeatable));
      }
    }

    private static Collection<Lane> lanesOf(List<Incoming> records) {
      Map<LaneKey, Lane> byKey = new TreeMap<>();
      for (int i = 0; i < records.size(); i++) {
        byKey.computeIfAbsent(LaneKey.of(records.get(i)), _ -> Lane.ofOneKey()).places().add(i);
      }
      return byKey.values();
    }

    private int firstUnhandled() {
      int first = 0;
      while (handled.contains(first)) {
        first++;
      }
      return first;
    }
  }

  /**
   * Places in the batch whose records are handled one after the other.
   *
   * @param isShared whether in one transaction
   */
  private record Lane(List<Integer> places, boolean isShared) {

    private static Lane ofOneKey() {
      return new Lane(new ArrayList<>(), false);
    }

    private static Lane shared(List<Lane> repeatable) {
      return new Lane(repeatable.stream().flatMap(lane -> lane.places().stream()).toList(), true);
    }
  }

  /**
   * What has its order: keys whose hashes meet do no harm. The lanes have an order, too: two copies
   * that share transactions then take their locks in the same one.
   */
  private record LaneKey(String topic, int partition, int keyHash) implements Comparable<LaneKey> {

    private static final Comparator<LaneKey> ORDER =
        Comparator.comparing(LaneKey::topic)
            .thenComparingInt(LaneKey::partition)
            .thenComparingInt(LaneKey::keyHash);

    private static LaneKey of(Incoming from) {
      return new LaneKey(from.topic(), from.partition(), Objects.hashCode(from.key()));
    }

    @Override
    public int compareTo(LaneKey other) {
      return ORDER.compare(this, other);
    }
  }

  /** Until the lanes are empty or one has failed: then the rest would most likely fail as well. */
  private void workThrough(Batch batch) {
    for (Lane lane = batch.lanes.poll(); lane != null; lane = batch.lanes.poll()) {
      if (!lane.isShared() || !handledTogether(batch, lane.places())) {
        handleInTurn(batch, lane.places());
      }
    }
  }

  private void handleInTurn(Batch batch, List<Integer> places) {
    for (int place : places) {
      if (batch.failure.get() != null) {
        return;
      }
      try {
        handle(batch.records.get(place));
        batch.handled.add(place);
      } catch (RuntimeException | Error e) {
        batch.failure.compareAndSet(null, e);
      }
    }
  }

  /** False when one of them failed: which one, and what is to be done, each shows by itself. */
  private boolean handledTogether(Batch batch, List<Integer> places) {
    List<Incoming> together = places.stream().map(batch.records::get).toList();
    long began = System.nanoTime();
    try {
      handler.handleTogether(together);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      log.debug("{} messages are handled one by one", together.size(), e);
      return false;
    }
    together.forEach(one -> count(one, MessageHandler.Outcome.DONE.name(), began));
    batch.handled.addAll(places);
    return true;
  }

  private void handle(Incoming incoming) {
    for (int tries = 1; ; tries++) {
      long began = System.nanoTime();
      try {
        MessageHandler.Outcome outcome = handler.handle(incoming);
        count(incoming, outcome.name(), began);
        return;
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        Fault fault = Fault.of(e);
        count(incoming, fault.name(), began);
        if (!mayTryAgain(fault, tries)) {
          giveUp(incoming, fault, e);
          return;
        }
        LockSupport.parkNanos(BACKOFF.after(tries).toNanos());
      }
    }
  }

  private static boolean mayTryAgain(Fault fault, int tries) {
    return switch (fault) {
      case UNREADABLE -> false;
      case PASSING -> tries < TRIES_OF_WHAT_PASSES;
      case BUG -> tries < TRIES_OF_A_BUG;
    };
  }

  private void giveUp(Incoming incoming, Fault fault, Throwable e) {
    switch (fault) {
      case UNREADABLE, BUG -> deadLetters.keep(incoming, e);
      case PASSING -> throw new WaitingException(incoming, e);
    }
  }

  /** The container is to come again with this message. */
  static final class WaitingException extends RuntimeException {
    WaitingException(Incoming incoming, Throwable cause) {
      super(incoming + " waits: " + cause, cause);
    }
  }

  private void count(Incoming incoming, String outcome, long began) {
    metrics.reacted(
        incoming.claimedType(),
        outcome.toLowerCase(Locale.ROOT),
        Duration.ofNanos(System.nanoTime() - began));
  }

  private static void awaitEnd(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
