package dev.bricklayer.messaging;

import dev.bricklayer.messaging.OutboxMessage.LaneKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends from the table what did not go through the lanes: what an earlier life left, what found no
 * room, what Kafka did not take, and what another copy should have sent long ago. One copy does it
 * at a time, each key in its order, the next message of a key after the last was acknowledged.
 */
final class OutboxRecovery {

  private static final Logger log = LoggerFactory.getLogger(OutboxRecovery.class);
  private static final int PAGE = 500;
  private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(30);

  private final SenderLanes lanes;
  private final OutboxRepository outbox;
  private final TransactionOperations transaction;
  private final Courier courier;
  private final MessagingMetrics metrics;
  private final MessagingSettings settings;

  OutboxRecovery(
      SenderLanes lanes,
      OutboxRepository outbox,
      TransactionOperations transaction,
      Courier courier,
      MessagingMetrics metrics,
      MessagingSettings settings) {
    this.lanes = lanes;
    this.outbox = outbox;
    this.transaction = transaction;
    this.courier = courier;
    this.metrics = metrics;
    this.settings = settings;
  }

  /** What a page came to. */
  private record Page(int size, long last) {}

  /** Kafka does not take messages now. */
  static final class KafkaAwayException extends RuntimeException {
    KafkaAwayException(Throwable cause) {
      super("Kafka takes no messages; they stay in the outbox", cause);
    }
  }

  /** Waits until there may be something to do, and does it. */
  boolean step() throws InterruptedException {
    lanes.awaitTrouble(settings.outboxPoll());
    if (lanes.isClosed()) {
      return false;
    }
    switch (lanes.mode()) {
      case DIRECT -> sendAll(settings.orphanAge());
      case RECOVERING -> recover();
      case HANDING_BACK -> lanes.recoverAgain();
    }
    return true;
  }

  private void recover() throws InterruptedException {
    if (!lanes.awaitNothingInFlight(KafkaClients.DELIVERY.multipliedBy(2))) {
      return;
    }
    sendAll(Duration.ZERO);
    if (lanes.beginHandingBack(LONGEST_TRANSACTION)) {
      sendAll(Duration.ZERO);
      lanes.endHandingBack();
    }
  }

  /**
   * Sends everything of at least this age, page by page.
   *
   * @throws KafkaAwayException when Kafka does not take it; what was sent is marked
   */
  private void sendAll(Duration age) {
    Page page = new Page(PAGE, 0);
    while (page.size() == PAGE) {
      page = sendPage(page.last(), age);
    }
  }

  private Page sendPage(long after, Duration age) {
    List<Long> sent = new ArrayList<>();
    List<Throwable> away = new ArrayList<>();
    Page page =
        Objects.requireNonNull(
            transaction.execute(
                _ -> {
                  outbox.takeRecovery();
                  List<OutboxMessage> messages = outbox.unsent(after, age, PAGE);
                  sendInRounds(byLane(messages), sent, away);
                  if (!sent.isEmpty()) {
                    outbox.markSent(sent);
                  }
                  return new Page(
                      messages.size(), messages.isEmpty() ? after : messages.getLast().id());
                }));
    metrics.recovered(sent.size());
    if (!away.isEmpty()) {
      throw new KafkaAwayException(away.getFirst());
    }
    return page;
  }

  private Map<LaneKey, Deque<OutboxMessage>> byLane(List<OutboxMessage> messages) {
    Map<LaneKey, Deque<OutboxMessage>> byLane = new LinkedHashMap<>();
    for (OutboxMessage message : messages) {
      if (!lanes.knows(message)) {
        byLane.computeIfAbsent(message.lane(), _ -> new ArrayDeque<>()).add(message);
      }
    }
    return byLane;
  }

  /** Each round sends the first message of every lane, all at once, and waits for the answers. */
  private void sendInRounds(
      Map<LaneKey, Deque<OutboxMessage>> byLane, List<Long> sent, List<Throwable> away) {
    while (!byLane.isEmpty() && away.isEmpty()) {
      Map<OutboxMessage, CompletableFuture<Void>> round = new LinkedHashMap<>();
      byLane.values().forEach(lane -> round.put(lane.getFirst(), courier.send(lane.getFirst())));
      round.forEach(
          (message, answer) -> {
            if (arrived(message, answer, away)) {
              sent.add(message.id());
              advance(byLane, message.lane());
            } else {
              byLane.remove(message.lane());
            }
          });
    }
  }

  private static void advance(Map<LaneKey, Deque<OutboxMessage>> byLane, LaneKey lane) {
    byLane.computeIfPresent(
        lane,
        (key, messages) -> {
          messages.removeFirst();
          return messages.isEmpty() ? null : messages;
        });
  }

  private static boolean arrived(
      OutboxMessage message, CompletableFuture<Void> answer, Collection<Throwable> away) {
    try {
      answer.join();
      return true;
    } catch (CompletionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      if (Fault.of(cause) == Fault.PASSING) {
        away.add(cause);
      } else {
        log.error(
            "Kafka refuses message {} for topic {}; it and what follows it under its key stay in"
                + " the outbox and are tried again",
            message.messageId(),
            message.topic(),
            cause);
      }
      return false;
    }
  }
}
