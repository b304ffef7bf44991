package dev.bricklayer.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** With a tracer in the application: every reaction and call is a span of the message's trace. */
final class TracerTrace implements Trace {

  private final Tracer tracer;
  private final Propagator propagator;

  TracerTrace(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  @Override
  public Map<String, String> current() {
    TraceContext context = tracer.currentTraceContext().context();
    if (context == null) {
      return Map.of();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    propagator.inject(context, headers, (_, name, value) -> headers.put(name, value));
    return Trace.headersIn(headers);
  }

  @Override
  public <T> T continuing(Map<String, String> headers, String what, Supplier<T> work) {
    Span span =
        propagator
            .extract(headers, (_, name) -> headers.get(name))
            .kind(Span.Kind.CONSUMER)
            .name(what)
            .start();
    try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
      return work.get();
    } catch (RuntimeException e) {
      span.error(e);
      throw e;
    } finally {
      span.end();
    }
  }
}
