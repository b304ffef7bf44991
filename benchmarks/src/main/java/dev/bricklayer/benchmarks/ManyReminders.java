package dev.bricklayer.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reminders that are all due at one instant.
 *
 * @param count how many were made in time
 */
record ManyReminders(int count, Instant due) {

  private static final int CALLERS = 16;
  private static final int SAMPLE = 100;
  private static final String NEVER_DURING_THE_RUN = "2099-01-01T09:00";
  private static final Duration SETTLING = Duration.ofSeconds(15);

  /**
   * Makes them for an instant as far off as a sample says that the machine needs; what is not made
   * a while before it is left out.
   */
  static ManyReminders make(Program program, int count) throws Exception {
    Instant begin = Instant.now();
    inParallel(
        SAMPLE,
        begin.plus(Duration.ofHours(1)),
        number -> program.createBot("sample " + number, at(NEVER_DURING_THE_RUN)));
    Duration all = Duration.between(begin, Instant.now()).multipliedBy(count).dividedBy(SAMPLE);
    Instant due =
        Instant.now().plus(all).plusSeconds(60).plus(SETTLING).truncatedTo(ChronoUnit.MINUTES);
    Map<String, String> schedule = at(due.atOffset(ZoneOffset.UTC).toLocalDateTime().toString());
    int made =
        inParallel(
            count, due.minus(SETTLING), number -> program.createBot("due " + number, schedule));
    return new ManyReminders(made, due);
  }

  private static Map<String, String> at(String local) {
    return Map.of("at", local, "timeZone", "UTC");
  }

  /** Calls until there were enough or it is late, and returns how many there were. */
  private static int inParallel(int count, Instant until, OpenLoop.Call call) throws Exception {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    List<Future<?>> callers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < CALLERS; caller++) {
        callers.add(
            threads.submit(
                () -> {
                  int number;
                  while ((number = next.getAndIncrement()) < count
                      && Instant.now().isBefore(until)) {
                    call.run(number);
                    done.incrementAndGet();
                  }
                  return null;
                }));
      }
    }
    for (Future<?> caller : callers) {
      caller.get();
    }
    return done.get();
  }
}
