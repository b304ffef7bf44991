package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.SettableClock;
import dev.bricklayer.testkit.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two copies of one service, and messages that come in every way that Kafka may bring them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxTest {

  private static final Executor THREADS = Thread::startVirtualThread;
  private static final String ONLY_ONCE = "only once";

  private final Wire wire = new Wire();
  private final DatabaseAccess database = TestDatabase.fresh("inbox");
  private final Queue<Received<Said>> heard = new ConcurrentLinkedQueue<>();
  private RawKafka kafka;
  private TestService one;
  private TestService another;

  @BeforeAll
  void start() throws InterruptedException {
    kafka = new RawKafka(wire.kafka());
    one = copy();
    another = copy();
  }

  private TestService copy() throws InterruptedException {
    return TestService.named("inbox", wire, database)
        .reacting(Said.class, (said, out) -> hear(said))
        .startReady();
  }

  private void hear(Received<Said> said) {
    if (said.body().text().equals(ONLY_ONCE) && heard.stream().anyMatch(sameAs(said))) {
      throw new IllegalStateException("this was done before");
    }
    TestService.atCommit(() -> heard.add(said));
  }

  private static Predicate<Received<Said>> sameAs(Received<Said> said) {
    return before -> before.messageId().equals(said.messageId());
  }

  @AfterAll
  void stop() {
    one.close();
    another.close();
    kafka.close();
  }

  @Test
  void aMessageThatComesTwiceIsReactedToOnce() throws Exception {
    UUID id = UUID.randomUUID();
    Said said = new Said("twice", 1, "");
    kafka.write(wire.events(), "twice", id, said);
    kafka.write(wire.events(), "twice", id, said);
    kafka.write(wire.events(), "twice", UUID.randomUUID(), new Said("twice", 2, ""));

    assertThat(numbersOf("twice", 2)).containsExactly(1, 2);
  }

  /** Such as for the rows that it made when it ran. */
  @Test
  void aReactionThatCannotBeRepeatedIsNotRepeated() throws Exception {
    UUID id = UUID.randomUUID();
    Said said = new Said("unrepeatable", 1, ONLY_ONCE);
    kafka.write(wire.events(), "unrepeatable", id, said);
    kafka.write(wire.events(), "unrepeatable", id, said);
    kafka.write(wire.events(), "unrepeatable", UUID.randomUUID(), new Said("unrepeatable", 2, ""));

    assertThat(numbersOf("unrepeatable", 2)).containsExactly(1, 2);
    assertThat(one.bean(DeadLetters.class).list(1)).isEmpty();
  }

  @Test
  void aMessageThatComesToTwoCopiesAtOnceIsReactedToOnce() throws Exception {
    UUID id = UUID.randomUUID();
    // Another key is another partition here, so that each copy gets its own.
    for (int partition = 0; partition < 3; partition++) {
      kafka.writeTo(partition, wire.events(), "both", id, new Said("both", 1, ""));
      kafka.writeTo(partition, wire.events(), "both", UUID.randomUUID(), new Said("both", 2, ""));
    }

    assertThat(numbersOf("both", 4)).containsExactlyInAnyOrder(1, 2, 2, 2);
  }

  @Test
  void anUnseenMessageIsReactedToHoweverLateItComes() throws Exception {
    UUID older = idOf(Instant.now().minus(Duration.ofDays(3)));
    UUID newer = idOf(Instant.now());
    kafka.write(wire.events(), "late", newer, new Said("late", 2, ""));
    kafka.write(wire.events(), "late", older, new Said("late", 1, ""));

    assertThat(numbersOf("late", 2)).containsExactly(2, 1);
  }

  @Test
  void aMessageIsKnownOnEveryLaterDay() {
    SettableClock clock = SettableClock.at(Instant.now());
    Inbox inbox = new Inbox(one.jdbc(), one.bean(LastWrites.class), clock);
    UUID today = idOf(clock.instant());
    UUID beforeTheFirstDay = idOf(clock.instant().minus(Duration.ofDays(5)));
    assertThat(keep(inbox, today)).isTrue();
    assertThat(keep(inbox, beforeTheFirstDay)).isTrue();

    for (int day = 0; day < 10; day++) {
      clock.advance(Duration.ofDays(1));
      one.inTransaction(
          _ -> {
            inbox.prepareDays();
            return true;
          });
      assertThat(keep(inbox, today)).isFalse();
      assertThat(keep(inbox, beforeTheFirstDay)).isFalse();
    }
  }

  @Test
  void copiesThatStartTogetherAllFindTheirDays() {
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(100));
    List<CompletableFuture<Boolean>> starting =
        IntStream.range(0, 6)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> prepareDays(ahead), THREADS))
            .toList();
    assertThat(starting).allSatisfy(one -> assertThat(one.join()).isTrue());
  }

  private boolean prepareDays(Clock clock) {
    return one.inTransaction(
        _ -> {
          new Inbox(one.jdbc(), one.bean(LastWrites.class), clock).prepareDays();
          return true;
        });
  }

  @Test
  void daysAreForgottenWhenEveryMessageOfThemIsOldEnough() {
    SettableClock clock = SettableClock.at(Instant.now());
    Inbox inbox = new Inbox(one.jdbc(), one.bean(LastWrites.class), clock);
    UUID today = idOf(clock.instant());
    keep(inbox, today);

    clock.advance(Duration.ofDays(30));
    dropDays(inbox);
    assertThat(one.knows(today)).isTrue();

    clock.advance(Duration.ofDays(2));
    dropDays(inbox);
    assertThat(one.knows(today)).isFalse();
    prepareDays(Clock.systemUTC());
  }

  private void dropDays(Inbox inbox) {
    one.inTransaction(
        _ -> {
          inbox.dropDays(Duration.ofDays(30));
          return true;
        });
  }

  private boolean keep(Inbox inbox, UUID id) {
    return one.inTransaction(_ -> inbox.keep(id, "Said"));
  }

  private static UUID idOf(Instant time) {
    return Generators.timeBasedEpochGenerator(
            new Random(),
            new UUIDClock() {
              @Override
              public long currentTimeMillis() {
                return time.toEpochMilli();
              }
            })
        .generate();
  }

  /** What was reacted to, when the last of so many has come. */
  private List<Integer> numbersOf(String key, int count) {
    await()
        .atMost(TestService.LONG)
        .until(() -> heard.stream().filter(said -> said.key().equals(key)).count() >= count);
    return heard.stream()
        .filter(said -> said.key().equals(key))
        .map(said -> said.body().number())
        .toList();
  }
}
