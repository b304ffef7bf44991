package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.engine.publish.OccurrenceDue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Jobs that fall due one after the other, evenly, as on an ordinary busy day. */
final class Steady {

  static final String STEADY = "steady";

  private static final Duration APART = Duration.ofSeconds(1).dividedBy(Load.STEADY_PER_SECOND);
  private static final Duration AHEAD = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Servers servers;
  private final Load load;
  private final Figures figures;

  Steady(Servers servers, Load load, Figures figures) {
    this.servers = servers;
    this.load = load;
    this.figures = figures;
  }

  void ours(OurJobs jobs) throws Exception {
    int due = load.steadySeconds() * Load.STEADY_PER_SECOND;
    jobs.planApart(due, Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS), APART);
    servers.settle();
    HandOffs.Run run = HandOffs.begin(OccurrenceDue.TOPIC, null, due * 2);
    try (OurEngine _ = OurEngine.handingOver(jobs.access(), servers.kafka())) {
      run.expect(due, PATIENCE);
    }
    add(Burst.OURS, load.stored(), due, run);
  }

  void peer(DbScheduler peer) throws Exception {
    int due = load.steadySeconds() * Load.STEADY_PER_SECOND;
    peer.planApart(due, Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS), APART);
    servers.settle();
    HandOffs.Run run = HandOffs.begin(peer.topic(), null, due * 2);
    peer.start();
    try {
      run.expect(due, PATIENCE);
    } finally {
      peer.stop();
    }
    add(peer.name(), load.stored(), due, run);
  }

  private void add(String who, int stored, int due, HandOffs.Run run) {
    figures.add(new Figure(STEADY, who, stored, due, Double.NaN, run.lateness()));
  }
}
