package dev.bricklayer.bff.operation;

import dev.bricklayer.bff.operation.Progress.Done;
import dev.bricklayer.bff.operation.Progress.NeedsHelp;
import dev.bricklayer.bff.operation.Progress.Undone;
import dev.bricklayer.bff.operation.Progress.Working;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Counts how operations end, how long calls wait for it, and what needs help. */
@Component
class OperationMeters {

  private final MeterRegistry registry;
  private final AtomicLong needingHelp = new AtomicLong();

  OperationMeters(MeterRegistry registry, Waiters waiters, Room room) {
    this.registry = registry;
    Gauge.builder("bricklayer.operations.needing.help", needingHelp, AtomicLong::get)
        .description("Operations that a person should look at")
        .register(registry);
    Gauge.builder("bricklayer.operations.awaited", waiters, Waiters::size)
        .description("Operations whose end somebody waits for in this copy")
        .register(registry);
    Gauge.builder("bricklayer.operations.under.way", room, Room::size)
        .description("Operations that began in this copy and hold room in it")
        .register(registry);
  }

  /** Counts a step, once, in the copy that took it. */
  void became(String saga, Progress progress) {
    switch (progress) {
      case Working _ -> count("bricklayer.operations.abandoned", saga, "asked");
      case NeedsHelp _ -> count("bricklayer.operations.ended", saga, "needs-help");
      case Done _ -> count("bricklayer.operations.ended", saga, "done");
      case Undone(var refusal) -> count("bricklayer.operations.ended", saga, refusal.code().word());
    }
  }

  /** Counts one that was not begun, because so many were under way. */
  void turnedAway(String saga) {
    registry.counter("bricklayer.operations.turned.away", "saga", saga).increment();
  }

  /** Times a wait, by whether the end came in time. */
  Operation waited(String saga, Supplier<Operation> wait) {
    Timer.Sample sample = Timer.start(registry);
    Operation operation = wait.get();
    String heard = Operations.isUnderWay(operation) ? "later" : "in-time";
    sample.stop(registry.timer("bricklayer.operations.wait", "saga", saga, "end", heard));
    return operation;
  }

  void needingHelp(long count) {
    needingHelp.set(count);
  }

  private void count(String name, String saga, String end) {
    registry.counter(name, "saga", saga, "end", end).increment();
  }
}
