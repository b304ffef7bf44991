package dev.bricklayer.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.messaging.Wire.Ask;
import dev.bricklayer.messaging.Wire.Said;
import dev.bricklayer.testkit.TestDatabase;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TraceTest {

  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  private final Wire wire = new Wire();
  private final BlockingQueue<Map<String, String>> seen = new LinkedBlockingQueue<>();

  /** Asked under the caller's span, answered by one service, heard by the other. */
  @Test
  void oneTraceGoesThroughEveryServiceThatAMessageLeadsTo() throws Exception {
    try (TestService _ = answering(true);
        TestService hearing = hearing(true)) {
      Tracer tracer = hearing.bean(Tracer.class);
      Span span = tracer.nextSpan().start();
      try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
        hearing.send(new Ask("k", 1));
      }
      span.end();

      String trace = span.context().traceId();
      assertThat(next()).as("in the reaction").containsEntry("trace", trace);
      assertThat(next()).as("in the reaction to its answer").containsEntry("trace", trace);
    }
  }

  @Test
  void withoutATracerTheTraceIsPassedOn() throws Exception {
    try (TestService answering = answering(false);
        RawKafka kafka = new RawKafka(wire.kafka())) {
      Map<String, String> headers = RawKafka.envelope(UUID.randomUUID(), "Ask");
      headers.put("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01");
      kafka.write(wire.commands(), "k", headers, new MessageJson().bytes(new Ask("k", 1)));
      next();

      assertThat(answering.bean(Trace.class)).isInstanceOf(PassedOnTrace.class);
      assertThat(
              await()
                  .atMost(TestService.LONG)
                  .until(() -> kafka.read(wire.events()), found -> found.size() == 1))
          .allSatisfy(said -> assertThat(RawKafka.header(said, "traceparent")).contains(TRACE_ID));
    }
  }

  private TestService answering(boolean traced) throws InterruptedException {
    AtomicReference<TestService> self = new AtomicReference<>();
    TestService service =
        service("answering", traced)
            .reacting(
                Ask.class,
                (ask, out) -> {
                  note(self.get(), traced);
                  out.send(new Said("k", 2, ""));
                })
            .start();
    self.set(service);
    assertThat(service.bean(MessagingReadiness.class).awaitReady(TestService.LONG)).isTrue();
    return service;
  }

  private TestService hearing(boolean traced) throws InterruptedException {
    AtomicReference<TestService> self = new AtomicReference<>();
    TestService service =
        service("hearing", traced)
            .reacting(Said.class, (said, out) -> note(self.get(), traced))
            .start();
    self.set(service);
    assertThat(service.bean(MessagingReadiness.class).awaitReady(TestService.LONG)).isTrue();
    return service;
  }

  private TestService.Builder service(String name, boolean traced) {
    TestService.Builder service =
        TestService.named(name, wire, TestDatabase.fresh(name))
            .with("management.tracing.sampling.probability", "1.0");
    return traced
        ? service
        : service.with(
            "spring.autoconfigure.exclude",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure"
                + ".OpenTelemetryTracingAutoConfiguration");
  }

  private void note(TestService service, boolean traced) {
    seen.add(
        traced
            ? Map.of("trace", service.bean(Tracer.class).currentTraceContext().context().traceId())
            : Map.of());
  }

  private Map<String, String> next() throws InterruptedException {
    Map<String, String> found = seen.poll(60, TimeUnit.SECONDS);
    assertThat(found).isNotNull();
    return found;
  }
}
