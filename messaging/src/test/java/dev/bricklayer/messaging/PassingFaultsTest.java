package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.embedded.PostgresServer;
import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.CannotAcquireLockException;

class PassingFaultsTest {

  private final Wire wire = new Wire();

  @Test
  void aMessageWaitsForWhatPassesAndKeepsItsPlace() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    Queue<Integer> heard = new ConcurrentLinkedQueue<>();
    try (RawKafka kafka = new RawKafka(wire.kafka());
        TestService service =
            TestService.named("patient", wire, TestDatabase.fresh("patient"))
                .reacting(
                    Said.class,
                    (said, out) -> {
                      if (said.body().number() == 1 && tries.incrementAndGet() < 8) {
                        throw new CannotAcquireLockException("not yet");
                      }
                      heard.add(said.body().number());
                    })
                .startReady()) {
      for (int number = 0; number < 4; number++) {
        kafka.write(wire.events(), "k", UUID.randomUUID(), new Said("k", number, ""));
      }

      await().atMost(TestService.LONG).until(() -> heard.size() == 4);
      assertThat(heard).containsExactly(0, 1, 2, 3);
      assertThat(service.bean(DeadLetters.class).list(1)).isEmpty();
    }
  }

  @Test
  void aDatabaseThatIsKilledCostsNoMessageAndDoublesNone(@TempDir Path directory) throws Exception {
    try (PostgresServer database = PostgresServer.start(directory, 0, Map.of());
        RawKafka kafka = new RawKafka(wire.kafka());
        TestService service =
            TestService.named("shaken", wire, database.createRoleAndDatabase("shaken", "secret"))
                .with("spring.datasource.hikari.connection-timeout", 1000)
                .reacting(Said.class, this::remember)
                .startReady()) {
      service.jdbc().sql("create table heard (number int not null)").update();
      this.service = service;
      write(kafka, 0, 50);
      await().atMost(TestService.LONG).until(() -> numbers(service).size() >= 10);
      database.kill();
      write(kafka, 50, 100);
      database.restart();
      write(kafka, 100, 120);

      await()
          .atMost(TestService.LONG)
          .ignoreExceptions()
          .until(() -> numbers(service).size() >= 120);
      assertThat(numbers(service))
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 120).boxed().toList());
      assertThat(service.bean(DeadLetters.class).list(1)).isEmpty();
    }
  }

  private volatile TestService service;

  private void remember(Received<Said> said, Outgoing out) {
    service.jdbc().sql("insert into heard values (?)").param(said.body().number()).update();
    out.send(new Wire.SaidState(said.key(), said.body().number()));
  }

  private void write(RawKafka kafka, int from, int to) throws Exception {
    for (int number = from; number < to; number++) {
      kafka.write(wire.events(), "k" + number % 7, UUID.randomUUID(), new Said("k", number, ""));
    }
  }

  private static List<Integer> numbers(TestService service) {
    return service.jdbc().sql("select number from heard").query(Integer.class).list();
  }
}
