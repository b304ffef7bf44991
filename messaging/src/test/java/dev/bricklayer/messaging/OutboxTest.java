package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.Relay;
import dev.bricklayer.testkit.TestDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxTest {

  private final Wire wire = new Wire();
  private final DatabaseAccess database = TestDatabase.fresh("outbox");
  private RawKafka kafka;
  private TestService service;
  private String key;

  @BeforeAll
  void start() throws InterruptedException {
    kafka = new RawKafka(wire.kafka());
    service = TestService.named("outbox", wire, database).startReady();
    service
        .jdbc()
        .sql("create table speaker (name text primary key, said int not null default 0)")
        .update();
  }

  @AfterAll
  void stop() {
    service.close();
    kafka.close();
  }

  @BeforeEach
  void freshKey() {
    key = UUID.randomUUID().toString();
  }

  @Test
  void refusesToSendOutsideATransaction() {
    Outgoing out = service.bean(Outbox.class).outsideSagas();

    assertThatIllegalStateException().isThrownBy(() -> out.send(new Said(key, 1, "")));
  }

  @Test
  void refusesWhatIsNotInTheCatalogue() {
    assertThatIllegalArgumentException().isThrownBy(() -> service.send("no message"));
  }

  @Test
  void refusesWhatKafkaWouldRefuse() {
    String tooLong = "x".repeat(KafkaClients.MOST_BYTES);

    assertThatIllegalArgumentException().isThrownBy(() -> service.send(new Said(key, 1, tooLong)));
  }

  @Test
  void whatIsRolledBackNeverLeaves() {
    assertThatExceptionOfType(RolledBack.class)
        .isThrownBy(
            () ->
                service.inTransaction(
                    out -> {
                      out.send(new Said(key, 1, "rolled back"));
                      throw new RolledBack();
                    }));
    service.send(new Said(key, 2, "committed"));

    assertThat(numbersSent(1)).containsExactly(2);
  }

  @Test
  void whatASavepointTookBackNeverLeaves() {
    TransactionTemplate nested =
        new TransactionTemplate(service.bean(PlatformTransactionManager.class));
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    service.inTransaction(
        out -> {
          out.send(new Said(key, 1, ""));
          nested.execute(
              status -> {
                out.send(new Said(key, 2, "taken back"));
                status.setRollbackOnly();
                return true;
              });
          out.send(new Said(key, 3, ""));
          return true;
        });

    assertThat(numbersSent(2)).containsExactly(1, 3);
  }

  @Test
  void anInnerTransactionHasMessagesOfItsOwn() {
    TransactionTemplate inner =
        new TransactionTemplate(service.bean(PlatformTransactionManager.class));
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    assertThatExceptionOfType(RolledBack.class)
        .isThrownBy(
            () ->
                service.inTransaction(
                    out -> {
                      out.send(new Said(key, 1, "rolled back with the outer"));
                      inner.execute(
                          _ -> {
                            out.send(new Said(key, 2, ""));
                            return true;
                          });
                      throw new RolledBack();
                    }));

    assertThat(numbersSent(1)).containsExactly(2);
  }

  @Test
  void theMessagesOfAKeyLeaveInOrderHoweverManySend() {
    int threads = 8;
    int each = 25;
    service.jdbc().sql("insert into speaker (name) values (?)").param(key).update();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(CompletableFuture.runAsync(() -> sayNext(each)));
    }
    all.forEach(CompletableFuture::join);

    List<Integer> numbers = numbersSent(threads * each);

    assertThat(numbers).hasSize(threads * each).isSorted().doesNotHaveDuplicates();
  }

  private void sayNext(int times) {
    for (int i = 0; i < times; i++) {
      service.inTransaction(
          out -> {
            int number =
                service
                    .jdbc()
                    .sql("update speaker set said = said + 1 where name = ? returning said")
                    .param(key)
                    .query(Integer.class)
                    .single();
            out.send(new Said(key, number, ""));
            return true;
          });
    }
  }

  /** The first transaction has committed, but its thread does not get on: the second must wait. */
  @Test
  void aFasterThreadOvertakesNothing() throws Exception {
    CountDownLatch firstCommitted = new CountDownLatch(1);
    CountDownLatch secondDone = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                service.inTransaction(
                    out -> {
                      TestService.atCommit(
                          () -> {
                            firstCommitted.countDown();
                            awaitUninterruptibly(secondDone);
                          });
                      out.send(new Said(key, 1, ""));
                      return true;
                    }));
    firstCommitted.await();
    service.send(new Said(key, 2, ""));
    service.send(new Said("another " + key, 1, "overtakes, being of another key"));
    await().atMost(TestService.LONG).until(() -> service.unsent() == 2);
    secondDone.countDown();
    first.join();

    assertThat(numbersSent(2)).containsExactly(1, 2);
  }

  /** What was said is committed, but nobody who waits for the commit hears so. */
  @Test
  void aCommitWhoseAnswerIsLostLeavesOnceAndBeforeWhatFollows() throws Exception {
    try (Relay relay = Relay.to(URI.create(database.url().substring("jdbc:".length())).getPort());
        TestService hard =
            TestService.named("outbox", wire, through(relay))
                .with("spring.datasource.hikari.connection-timeout", 5000)
                .startReady()) {
      relay.holdTheAnswerTo("insert into messaging.outbox_message", "COMMIT");
      CompletableFuture<Void> first =
          CompletableFuture.runAsync(() -> hard.send(new Said(key, 1, "")));
      relay.awaitHeld();
      await().atMost(TestService.LONG).until(() -> written() == 1);
      relay.cut();

      assertThatExceptionOfType(CompletionException.class).isThrownBy(first::join);
      hard.send(new Said(key, 2, ""));
      assertThat(numbersSent(2)).containsExactly(1, 2);
    }
  }

  private DatabaseAccess through(Relay relay) {
    String url = database.url().replaceFirst(":\\d+/", ":" + relay.port() + "/");
    return new DatabaseAccess(
        url + (url.contains("?") ? "&" : "?") + "prepareThreshold=0",
        database.user(),
        database.password());
  }

  private long written() {
    return service.count("select count(*) from messaging.outbox_message where key = ?", key);
  }

  @Test
  void whatIsSentIsMarked() {
    service.send(new Said(key, 1, ""));

    await().atMost(TestService.LONG).until(() -> service.unsent() == 0);
    assertThat(
            service.count(
                "select count(*) from messaging.outbox_message where key = ? and sent_at is not"
                    + " null",
                key))
        .isEqualTo(1);
  }

  @Test
  void whatACopyLeftIsSentByAnotherAfterAWhile() {
    service
        .jdbc()
        .sql(
            """
            insert into messaging.outbox_message (message_id, topic, key, headers, payload, created_at)
            select gen_random_uuid(), ?, ?, '{}',
                   convert_to('{"key": "k", "number": ' || n || '}', 'UTF8'),
                   now() - interval '1 minute'
              from generate_series(1, 700) n
            """)
        .params(wire.events(), key)
        .update();

    assertThat(numbersSent(700)).hasSize(700).isSorted();
  }

  @Test
  void aProcessKilledBetweenCommitAndSendLosesNothing() throws Exception {
    assertThat(
            OwnProcess.run(
                KilledBetweenCommitAndSend.class,
                database.url(),
                database.user(),
                database.password(),
                wire.kafka(),
                String.valueOf(wire.number()),
                key))
        .isEqualTo(OwnProcess.KILLED);
    assertThat(service.count("select count(*) from messaging.outbox_message where key = ?", key))
        .isEqualTo(2);

    // The next start of the service; the copy that runs would wait for the orphans' age.
    try (TestService _ = TestService.named("outbox", wire, database).start()) {
      assertThat(numbersSent(2)).containsExactly(1, 2);
    }
  }

  private static final class RolledBack extends RuntimeException {}

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers of this test's key in the events' topic, in Kafka's order. */
  private List<Integer> numbersSent(int atLeast) {
    List<Integer> found = new ArrayList<>();
    await()
        .atMost(TestService.LONG)
        .until(
            () -> {
              found.clear();
              found.addAll(numbers(kafka.read(wire.events())));
              return found.size() >= atLeast;
            });
    return found;
  }

  private List<Integer> numbers(List<ConsumerRecord<String, byte[]>> records) {
    return records.stream()
        .filter(found -> key.equals(found.key()))
        .map(found -> new MessageJson().read(found.value(), Said.class).number())
        .collect(Collectors.toList());
  }
}
