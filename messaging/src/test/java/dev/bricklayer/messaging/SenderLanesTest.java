package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.messaging.SenderLanes.Mode;
import dev.bricklayer.messaging.SenderLanes.Reservation;
import dev.bricklayer.messaging.SenderLanes.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SenderLanesTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final AtomicInteger full = new AtomicInteger();
  private final SenderLanes lanes = new SenderLanes(4, full::incrementAndGet);

  @BeforeEach
  void recoveryHasFoundNothing() throws InterruptedException {
    assertThat(lanes.beginHandingBack(LONG)).isTrue();
    lanes.endHandingBack();
  }

  @Test
  void beginsWithWhatAnEarlierLifeLeft() {
    SenderLanes fresh = new SenderLanes(4, () -> {});

    assertThat(fresh.mode()).isEqualTo(Mode.RECOVERING);
    fresh.reserve(List.of(message(1, "k"))).committed();
    assertThat(fresh.size()).isZero();
  }

  @Test
  void aCommittedMessageWaitsForAnEarlierOneOfItsKeyThatIsStillCommitting() throws Exception {
    Reservation first = lanes.reserve(List.of(message(1, "k")));
    Reservation second = lanes.reserve(List.of(message(2, "k")));
    Reservation other = lanes.reserve(List.of(message(3, "other")));

    second.committed();
    other.committed();
    assertThat(leaving(1)).containsExactly(3L);

    first.committed();
    assertThat(leaving(2)).containsExactly(1L, 2L);
  }

  @Test
  void theNextOfAKeyLeavesWhenTheOneBeforeHasArrived() throws Exception {
    lanes.reserve(List.of(message(1, "k"), message(2, "k"))).committed();
    lanes.reserve(List.of(message(3, "other"))).committed();

    Slot first = lanes.next().orElseThrow();
    assertThat(lanes.next().orElseThrow().message().id()).isEqualTo(3);
    lanes.sent(first);
    assertThat(lanes.next().orElseThrow().message().id()).isEqualTo(2);
  }

  @Test
  void aRolledBackMessageHoldsUpNothing() throws Exception {
    Reservation first = lanes.reserve(List.of(message(1, "k")));
    lanes.reserve(List.of(message(2, "k"))).committed();

    first.rolledBack();

    assertThat(leaving(1)).containsExactly(2L);
  }

  @Test
  void withoutRoomEverythingIsLeftToRecovery() throws Exception {
    Reservation running = lanes.reserve(List.of(message(1, "k")));
    lanes.reserve(List.of(message(2, "l"), message(3, "m"))).committed();
    Slot underWay = lanes.next().orElseThrow();

    lanes.reserve(List.of(message(4, "n"), message(5, "o"))).committed();
    running.committed();

    assertThat(full).hasValue(1);
    assertThat(lanes.mode()).isEqualTo(Mode.RECOVERING);
    assertThat(lanes.knows(message(1, "k"))).isFalse();
    assertThat(lanes.knows(message(3, "m"))).isFalse();
    assertThat(lanes.knows(underWay.message())).as("Kafka has not answered yet").isTrue();
    assertThat(lanes.awaitNothingInFlight(Duration.ZERO)).isFalse();
    lanes.sent(underWay);
    assertThat(lanes.awaitNothingInFlight(LONG)).isTrue();
  }

  @Test
  void aFailedSendingTakesWhatStandsBehindItWithIt() throws Exception {
    lanes.reserve(List.of(message(1, "k"), message(2, "k"))).committed();

    lanes.failed(lanes.next().orElseThrow());

    assertThat(lanes.mode()).isEqualTo(Mode.RECOVERING);
    assertThat(lanes.size()).isZero();
    assertThat(lanes.knows(message(1, "k"))).isFalse();
    assertThat(lanes.knows(message(2, "k"))).isFalse();
  }

  @Test
  void aCommitWithUnknownEndIsLeftToTheTable() {
    lanes.reserve(List.of(message(1, "k"))).unknown();

    assertThat(lanes.mode()).isEqualTo(Mode.RECOVERING);
    assertThat(lanes.size()).isZero();
  }

  @Test
  void handingBackWaitsForTransactionsThatWereLeftToRecovery() throws Exception {
    lanes.recoverAgain();
    Reservation left = lanes.reserve(List.of(message(1, "k")));

    assertThat(lanes.beginHandingBack(Duration.ZERO)).isFalse();
    lanes.recoverAgain();
    left.committed();

    assertThat(lanes.beginHandingBack(LONG)).isTrue();
  }

  @Test
  void whileHandingBackAMessageWaitsInItsLane() throws Exception {
    lanes.recoverAgain();
    lanes.beginHandingBack(LONG);
    lanes.reserve(List.of(message(2, "k"))).committed();
    assertThat(lanes.size()).isEqualTo(1);
    assertThat(lanes.knows(message(2, "k"))).isTrue();

    Thread sender = Thread.ofVirtual().start(this::takeOne);
    assertThat(sender.join(Duration.ofMillis(50))).as("nothing may leave yet").isFalse();
    lanes.endHandingBack();

    assertThat(sender.join(LONG)).isTrue();
  }

  @Test
  void whatIsSentIsKnownUntilItIsMarked() throws Exception {
    lanes.reserve(List.of(message(1, "k"))).committed();
    assertThat(leaving(1)).containsExactly(1L);

    assertThat(lanes.knows(message(1, "k"))).isTrue();
    lanes.marked(List.of(1L));
    assertThat(lanes.knows(message(1, "k"))).isFalse();
  }

  @Test
  void closedLanesStillLetOutWhatIsIn() throws Exception {
    lanes.reserve(List.of(message(1, "k"), message(2, "k"))).committed();

    lanes.close();
    lanes.reserve(List.of(message(3, "l"))).committed();

    assertThat(leaving(2)).containsExactly(1L, 2L);
    assertThat(lanes.next()).isEmpty();
  }

  private void takeOne() {
    try {
      lanes.next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends so many and says in which order they left. */
  private List<Long> leaving(int count) throws InterruptedException {
    List<Long> left = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Slot slot = lanes.next().orElseThrow();
      left.add(slot.message().id());
      lanes.sent(slot);
    }
    return left;
  }

  private static OutboxMessage message(long id, String key) {
    return new OutboxMessage(id, new UUID(0, id), "topic", key, Map.of(), null);
  }
}
