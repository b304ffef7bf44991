package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.TestDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private final Wire wire = new Wire();

  @Test
  void countsWhatTheReadmePromises() throws Exception {
    CountDownLatch mayGoOn = new CountDownLatch(1);
    try (RawKafka kafka = new RawKafka(wire.kafka());
        TestService service =
            TestService.named("counted", wire, TestDatabase.fresh("counted"))
                .with("bricklayer.messaging.sampling", "100ms")
                .reacting(Said.class, (said, out) -> awaitUninterruptibly(mayGoOn))
                .startReady()) {
      MeterRegistry meters = service.bean(MeterRegistry.class);
      UUID twice = UUID.randomUUID();
      service.send(new Said("k", 1, ""));
      kafka.write(wire.events(), "k", twice, new Said("k", 2, ""));
      kafka.write(wire.events(), "k", twice, new Said("k", 2, ""));
      kafka.write(wire.events(), "k", RawKafka.envelope(UUID.randomUUID(), "Said"), null);
      await().atMost(TestService.LONG).until(() -> gauge(meters, "messaging.consumer.lag") == 4);
      mayGoOn.countDown();

      await().atMost(TestService.LONG).until(() -> gauge(meters, "messaging.consumer.lag") == 0);
      assertThat(reactions(meters, "done")).isEqualTo(2);
      assertThat(reactions(meters, "duplicate")).isEqualTo(1);
      assertThat(reactions(meters, "unreadable")).isEqualTo(1);
      assertThat(meters.counter("messaging.deadletters", "topic", wire.events()).count())
          .isEqualTo(1);
      assertThat(meters.counter("messaging.outbox.sent", "way", "lane").count()).isPositive();
      await()
          .atMost(TestService.LONG)
          .until(() -> gauge(meters, "messaging.deadletters.kept") == 1);
      await().atMost(TestService.LONG).until(() -> gauge(meters, "messaging.outbox.unsent") == 0);
    }
  }

  private static double gauge(MeterRegistry meters, String name) {
    Gauge gauge = meters.find(name).gauge();
    return gauge == null ? -1 : gauge.value();
  }

  private static long reactions(MeterRegistry meters, String outcome) {
    Timer timer = meters.find("messaging.reactions").tag("outcome", outcome).timer();
    return timer == null ? 0 : timer.count();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
