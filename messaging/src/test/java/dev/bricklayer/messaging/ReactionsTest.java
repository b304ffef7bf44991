package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.messaging.Wire.Ask;
import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.TestDatabase;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReactionsTest {

  private final Wire wire = new Wire();

  @Test
  void aReactionsMessageCarriesTheSagaAndItsCause() throws Exception {
    BlockingQueue<Received<Said>> heard = new LinkedBlockingQueue<>();
    BlockingQueue<Received<Ask>> asked = new LinkedBlockingQueue<>();
    SagaRef saga = new SagaRef("small-talk", UUID.randomUUID());
    try (TestService answering =
            TestService.named("answering", wire, TestDatabase.fresh("answering"))
                .reacting(
                    Ask.class,
                    (ask, out) -> {
                      asked.add(ask);
                      out.send(new Said(ask.key(), ask.body().number(), "yes"));
                    })
                .startReady();
        TestService asking =
            TestService.named("asking", wire, TestDatabase.fresh("asking"))
                .reacting(Said.class, (said, out) -> heard.add(said))
                .startReady()) {
      asking.inTransaction(
          _ -> {
            asking.bean(Outbox.class).inSaga(saga).send(new Ask("k", 7));
            return true;
          });

      Received<Said> answer = next(heard);
      assertThat(answer.body()).isEqualTo(new Said("k", 7, "yes"));
      assertThat(answer.saga()).isEqualTo(saga);
      assertThat(answer.causationId()).isEqualTo(next(asked).messageId());
      assertThat(answer.topic()).isEqualTo(wire.events());
      assertThat(answer.key()).isEqualTo("k");
      assertThat(answering.count("select count(*) from messaging.inbox_message")).isEqualTo(1);
    }
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T found = queue.poll(60, TimeUnit.SECONDS);
    assertThat(found).isNotNull();
    return found;
  }
}
