package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.messaging.Wire.SaidState;
import dev.bricklayer.testkit.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Messages wait in one partition, so that the first poll brings all of them. */
class RepeatableReactionsTest {

  private static final int MANY = 30;

  private final Wire wire = new Wire();
  private final DatabaseAccess database = TestDatabase.fresh("keeping");
  private final JdbcClient rows =
      JdbcClient.create(
          new DriverManagerDataSource(database.url(), database.user(), database.password()));
  private final CompletableFuture<TestService> running = new CompletableFuture<>();
  private RawKafka kafka;

  @BeforeEach
  void prepare() throws Exception {
    rows.sql("create table kept (number int, transaction text, at bigserial)").update();
    kafka = new RawKafka(wire.kafka());
    kafka.makeTopic(wire.events());
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void whatOnePollBroughtSharesATransactionAndNothingIsRemembered() throws Exception {
    write(MANY);
    try (TestService service =
        startReady(service().keeping(Said.class, said -> keep(said.body().number())))) {
      await().atMost(TestService.LONG).until(() -> numbers().size() == MANY);

      assertThat(transactions()).hasSize(1);
      assertThat(service.count("select count(*) from messaging.inbox_message")).isZero();
    }
  }

  @Test
  void aMessageThatComesTwiceIsReactedToTwice() throws Exception {
    UUID id = UUID.randomUUID();
    kafka.write(wire.events(), "k", id, new Said("k", 1, ""));
    kafka.write(wire.events(), "k", id, new Said("k", 1, ""));
    try (TestService service =
        startReady(service().keeping(Said.class, said -> keep(said.body().number())))) {
      await().atMost(TestService.LONG).until(() -> numbers().equals(List.of(1, 1)));
      assertThat(service.bean(DeadLetters.class).list(1)).isEmpty();
    }
  }

  @Test
  void aMessageThatBreaksIsADeadLetterAndHoldsUpNoOther() throws Exception {
    write(MANY);
    try (TestService service =
        startReady(
            service()
                .keeping(
                    Said.class,
                    said -> {
                      keep(said.body().number());
                      if (said.body().number() == 7) {
                        throw new IllegalStateException("a bug");
                      }
                    }))) {
      await().atMost(TestService.LONG).until(() -> numbers().size() == MANY - 1);

      assertThat(numbers())
          .containsExactlyElementsOf(
              IntStream.range(0, MANY).filter(number -> number != 7).boxed().toList());
      assertThat(service.bean(DeadLetters.class).list(10))
          .singleElement()
          .satisfies(letter -> assertThat(letter.error()).contains("a bug"));
    }
  }

  @Test
  void whatPassesIsWaitedForInItsPlace() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    write(MANY);
    try (TestService service =
        startReady(
            service()
                .keeping(
                    Said.class,
                    said -> {
                      if (said.body().number() == 7 && tries.incrementAndGet() < 8) {
                        throw new CannotAcquireLockException("not yet");
                      }
                      keep(said.body().number());
                    }))) {
      await().atMost(TestService.LONG).until(() -> numbers().size() >= MANY);

      assertThat(numbers()).containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
      assertThat(service.bean(DeadLetters.class).list(1)).isEmpty();
    }
  }

  @Test
  void theMessagesOfAKeyKeepTheirOrderAlsoAmongThoseThatAreRemembered() throws Exception {
    for (int number = 0; number < MANY; number++) {
      if (number % 3 == 0) {
        kafka.writeTo(0, wire.events(), "k", UUID.randomUUID(), new SaidState("k", number));
      } else {
        kafka.writeTo(0, wire.events(), "k", UUID.randomUUID(), new Said("k", number, ""));
      }
    }
    try (TestService service =
        startReady(
            service()
                .keeping(Said.class, said -> keep(said.body().number()))
                .reacting(SaidState.class, (said, out) -> keep(said.body().number())))) {
      await().atMost(TestService.LONG).until(() -> numbers().size() == MANY);

      assertThat(numbers()).containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
      assertThat(service.count("select count(*) from messaging.inbox_message")).isEqualTo(MANY / 3);
    }
  }

  @Test
  void messagesGatherBetweenTwoPolls() throws Exception {
    try (TestService _ =
        startReady(
            service()
                .with("bricklayer.messaging.gathering", "1s")
                .keeping(Said.class, said -> keep(said.body().number())))) {
      write(MANY);
      await().atMost(TestService.LONG).until(() -> numbers().size() == MANY);

      // The first may end the poll that waited for it; the others gather behind it.
      assertThat(transactions()).hasSizeLessThan(MANY / 3);
    }
  }

  private TestService.Builder service() {
    return TestService.named("keeping", wire, database);
  }

  private TestService startReady(TestService.Builder service) throws InterruptedException {
    TestService started = service.startReady();
    running.complete(started);
    return started;
  }

  private void write(int messages) throws Exception {
    for (int number = 0; number < messages; number++) {
      kafka.write(wire.events(), "k", UUID.randomUUID(), new Said("k", number, ""));
    }
  }

  /** In the transaction of the message, which may come before the service counts as started. */
  private void keep(int number) {
    running
        .join()
        .jdbc()
        .sql("insert into kept values (?, pg_current_xact_id()::text)")
        .param(number)
        .update();
  }

  private List<Integer> numbers() {
    return rows.sql("select number from kept order by at").query(Integer.class).list();
  }

  private List<String> transactions() {
    return rows.sql("select distinct transaction from kept").query(String.class).list();
  }
}
