package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.engine.publish.OccurrenceDue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** How the cost of a claim grows with the jobs that are stored, of which always as many are due. */
final class Growth {

  static final String GROWTH = "growth";

  private static final int DUE = 10_000;
  private static final Duration AHEAD = Duration.ofSeconds(24);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Servers servers;
  private final Load load;
  private final Figures figures;

  Growth(Servers servers, Load load, Figures figures) {
    this.servers = servers;
    this.load = load;
    this.figures = figures;
  }

  void measure(OurJobs jobs) throws Exception {
    for (int stored : sizes()) {
      jobs.load(stored);
      ours(jobs, stored);
    }
  }

  private List<Integer> sizes() {
    return Stream.of(10_000, 100_000, 1_000_000, 10_000_000)
        .filter(size -> size <= load.stored() || (size > 1_000_000 && load.tenMillion()))
        .toList();
  }

  private void ours(OurJobs jobs, int stored) throws Exception {
    Instant due = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
    jobs.plan(DUE, due);
    servers.settle();
    HandOffs.Run run = HandOffs.begin(OccurrenceDue.TOPIC, due, DUE * 2);
    try (OurEngine engine = OurEngine.handingOver(jobs.access(), servers.kafka())) {
      double perSecond = engine.claimsPerSecond(DUE, PATIENCE);
      run.expect(DUE, PATIENCE);
      figures.add(new Figure(GROWTH, Burst.OURS, stored, DUE, perSecond, run.lateness()));
    }
  }
}
