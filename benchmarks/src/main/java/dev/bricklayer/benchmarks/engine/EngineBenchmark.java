package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.benchmarks.Benchmark;
import dev.bricklayer.benchmarks.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The engine beside its peers, and beside what bounds them all, on one PostgreSQL and one Kafka, in
 * turns. The contract is the same for everybody: what is due is claimed durably before its message
 * is on Kafka, and it is done when Kafka has acknowledged it (acks=all).
 */
public final class EngineBenchmark implements Benchmark {

  private final Load load = Load.fromEnvironment();
  private final Figures figures = new Figures();

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public Report run() throws Exception {
    Path data = Files.createTempDirectory("bricklayer-bench-");
    try (Servers servers = Servers.start(data)) {
      OurJobs jobs = new OurJobs(servers.database("engine"), servers.superuserOf("engine"));
      if (load.parts().contains("peers")) {
        besidePeers(servers, jobs);
      }
      if (load.parts().contains("delivery")) {
        new Delivery(servers, load, figures).measure(jobs);
      }
      if (load.parts().contains("real")) {
        new Delivery(servers, load, figures).measureReal(jobs);
      }
      if (load.parts().contains("growth")) {
        new Growth(servers, load, figures).measure(jobs);
      }
      draw();
      return report(servers);
    } finally {
      remove(data);
    }
  }

  private void besidePeers(Servers servers, OurJobs jobs) throws Exception {
    try (DbScheduler dbScheduler = new DbScheduler(servers);
        Quartz quartz = new Quartz(servers);
        JobRunr jobRunr = new JobRunr(servers)) {
      System.out.printf("  filling each with up to %,d jobs%n", load.stored());
      jobs.load(load.stored());
      for (Peer peer : List.of(dbScheduler, quartz, jobRunr)) {
        peer.load(Math.min(load.stored(), peer.mostStored()));
      }
      System.out.println("  a turn to warm up, which does not count");
      Burst warmUp = new Burst(servers, load.warmUp(), new Figures());
      warmUp.ours(jobs);
      warmUp.peer(dbScheduler);
      System.out.println("  and those that count");
      Burst burst = new Burst(servers, load, figures);
      Steady steady = new Steady(servers, load, figures);
      for (int round = 0; round < load.rounds(); round++) {
        burst.raw(jobs);
        burst.ours(jobs);
        burst.peer(dbScheduler);
        burst.oursBehind(jobs);
        burst.peer(quartz);
        burst.peer(jobRunr);
        steady.ours(jobs);
        steady.peer(dbScheduler);
      }
    }
  }

  private void draw() throws IOException {
    Path file = Files.createDirectories(Report.directory()).resolve("engine.svg");
    Files.writeString(file, Plot.of(figures.lastOf(Burst.BURST)));
    System.out.println("  drawn in " + file);
  }

  private Report report(Servers servers) throws IOException, SQLException {
    String dbScheduler = "db-scheduler 16.12.0";
    Map<String, Double> ratios = new LinkedHashMap<>();
    double claims = figures.perSecond(Burst.CLAIMS, Burst.OURS);
    ratios.put("claims_vs_dbscheduler", claims / figures.perSecond(Burst.BURST, dbScheduler));
    ratios.put("claims_vs_raw_sql", claims / figures.perSecond(Burst.CLAIMS, Burst.RAW));
    ratios.put(
        "backlog_vs_dbscheduler",
        figures.perSecond(Burst.BACKLOG, Burst.OURS)
            / figures.perSecond(Burst.BACKLOG, dbScheduler));
    ratios.put(
        "p99_late_vs_dbscheduler",
        figures.p99(Burst.BURST, Burst.OURS) / figures.p99(Burst.BURST, dbScheduler));
    ratios.put("delivery_vs_raw_http", besideRaw(Delivery.DELIVERY));
    ratios.put("unhurried_delivery_vs_raw_http", besideRaw(Delivery.UNHURRIED));
    ratios.put("real_delivery_vs_raw_http", besideRaw(Delivery.REAL));
    ratios.values().removeIf(ratio -> ratio.isNaN());
    Map<String, String> environment = new HashMap<>(Report.thisEnvironment());
    environment.put("postgresql", servers.version() + " " + Servers.POSTGRES);
    return new Report(name(), environment, figures.rows(), ratios);
  }

  private double besideRaw(String delivery) {
    return figures.perSecond(delivery, Burst.OURS) / figures.perSecond(delivery, Delivery.RAW);
  }

  private static void remove(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
