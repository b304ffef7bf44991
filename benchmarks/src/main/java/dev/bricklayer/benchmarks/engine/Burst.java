package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.engine.publish.OccurrenceDue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Many jobs due in one second. The engine claims them ahead and hands them over at the instant, so
 * its claims and its hand-overs are two figures; a peer does both at once, when they are due. The
 * third figure is the same for all: many jobs overdue, from the first hand-over to the last.
 */
final class Burst {

  static final String OURS = "Bricklayer";
  static final String RAW = "raw SQL";
  static final String CLAIMS = "claims";
  static final String BURST = "burst";
  static final String BACKLOG = "backlog";

  /** More than the engine's horizon and its start. */
  private static final Duration AHEAD = Duration.ofSeconds(28);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BATCH = 5_000;

  private final Servers servers;
  private final Load load;
  private final Figures figures;

  Burst(Servers servers, Load load, Figures figures) {
    this.servers = servers;
    this.load = load;
    this.figures = figures;
  }

  void raw(OurJobs jobs) throws Exception {
    jobs.plan(load.due(), Instant.now().plusSeconds(10));
    servers.settle();
    double perSecond = RawClaims.perSecond(jobs.access(), BATCH);
    figures.add(new Figure(CLAIMS, RAW, load.stored(), load.due(), perSecond, null));
  }

  void ours(OurJobs jobs) throws Exception {
    Instant due = Instant.now().plus(AHEAD).plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
    jobs.plan(load.due(), due);
    servers.settle();
    HandOffs.Run run = HandOffs.begin(OccurrenceDue.TOPIC, due, load.due() * 2);
    try (OurEngine engine = OurEngine.handingOver(jobs.access(), servers.kafka())) {
      double claims = engine.claimsPerSecond(load.due(), PATIENCE);
      figures.add(new Figure(CLAIMS, OURS, load.stored(), load.due(), claims, null));
      run.expect(load.due(), PATIENCE);
    }
    figures.add(
        new Figure(
            BURST, OURS, load.stored(), load.due(), run.perSecondSince(due), run.lateness()));
  }

  /** Due just now: late for everybody, and missed by nobody. */
  void oursBehind(OurJobs jobs) throws Exception {
    Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    jobs.plan(load.due(), due);
    servers.settle();
    HandOffs.Run run = HandOffs.begin(OccurrenceDue.TOPIC, due, load.due() * 2);
    try (OurEngine _ = OurEngine.handingOver(jobs.access(), servers.kafka())) {
      run.expect(load.due(), PATIENCE);
    }
    figures.add(new Figure(BACKLOG, OURS, load.stored(), load.due(), run.perSecond(), null));
  }

  void peer(Peer peer) throws Exception {
    int jobs = Math.min(load.due(), peer.most());
    int stored = Math.min(load.stored(), peer.mostStored());
    Instant due =
        Instant.now().plusSeconds(peer.secondsToPlan(jobs)).truncatedTo(ChronoUnit.SECONDS);
    peer.plan(jobs, due);
    servers.settle();
    HandOffs.Run run = HandOffs.begin(peer.topic(), due, jobs * 2);
    peer.start();
    try {
      run.expect(jobs, PATIENCE);
    } finally {
      peer.stop();
    }
    figures.add(
        new Figure(BURST, peer.name(), stored, jobs, run.perSecondSince(due), run.lateness()));
    figures.add(new Figure(BACKLOG, peer.name(), stored, jobs, run.perSecond(), null));
  }
}
