package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Handles what one poll brought: several keys at once, the messages of one key one after the other.
 * When it returns, every record is handled, skipped or a dead letter; when the world is at fault it
 * throws, and the container comes again with the records from the first that failed. What was
 * handled behind that one comes a second time, which the inbox notices.
 */
final class ReactionListener implements BatchMessageListener<byte[], byte[]> {

  private static final int TRIES_OF_A_BUG = 3;

  /** Deadlocks are over at once; for the rest the container waits better than we. */
  private static final int TRIES_OF_WHAT_PASSES = 3;

  private static final Backoff BACKOFF =
      new Backoff(
          Duration.ofMillis(20),
          Duration.ofMillis(500),
          () -> ThreadLocalRandom.current().nextLong());

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

  @Override
  public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
    Batch batch = new Batch(records);
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

    private final List<ConsumerRecord<byte[], byte[]>> records;

    /** The places in the batch of one key's records, in order. */
    private final Queue<List<Integer>> lanes;

    private final Set<Integer> handled = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Batch(List<ConsumerRecord<byte[], byte[]>> records) {
      this.records = records;
      Map<Lane, List<Integer>> byLane = new LinkedHashMap<>();
      for (int i = 0; i < records.size(); i++) {
        byLane.computeIfAbsent(Lane.of(records.get(i)), _ -> new ArrayList<>()).add(i);
      }
      lanes = new ConcurrentLinkedQueue<>(byLane.values());
    }

    private int firstUnhandled() {
      int first = 0;
      while (handled.contains(first)) {
        first++;
      }
      return first;
    }
  }

  /** Keys whose hashes meet share a lane, which does no harm. */
  private record Lane(String topic, int partition, int keyHash) {

    private static Lane of(ConsumerRecord<byte[], byte[]> from) {
      return new Lane(from.topic(), from.partition(), Arrays.hashCode(from.key()));
    }
  }

  /** Until the lanes are empty or one has failed: then the rest would most likely fail as well. */
  private void workThrough(Batch batch) {
    for (List<Integer> lane = batch.lanes.poll(); lane != null; lane = batch.lanes.poll()) {
      for (int place : lane) {
        if (batch.failure.get() != null) {
          return;
        }
        try {
          handle(Incoming.of(batch.records.get(place)));
          batch.handled.add(place);
        } catch (RuntimeException | Error e) {
          batch.failure.compareAndSet(null, e);
        }
      }
    }
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
