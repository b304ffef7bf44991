package dev.bricklayer.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * create-bot over REST, from the request to its 201, beside the raw chain of the same length on the
 * same servers. The two take turns. Several people create: the bots of one are made one after the
 * other where name and quota are looked at, and nobody makes a hundred in a second.
 */
final class CreateBotBenchmark implements Benchmark {

  private static final List<Integer> RATES = List.of(1, 20, 100);
  private static final List<Integer> WARM_UP = List.of(5, 10, 20, 20);
  private static final Duration WARMING = Duration.ofSeconds(20);
  private static final Duration ROUND = Duration.ofSeconds(15);
  private static final int PEOPLE = 40;
  private static final int ROUNDS = 2;

  private static final Map<String, String> NEVER_DURING_THE_RUN =
      Map.of("at", "2099-01-01T09:00", "timeZone", "Europe/Berlin");

  @Override
  public String name() {
    return "create-bot";
  }

  @Override
  public Report run() throws Exception {
    Path data = RunningBricklayer.freshData();
    try (RunningBricklayer bricklayer = RunningBricklayer.start(data, RunningBricklayer.FOR_LOAD);
        RawChain raw =
            new RawChain(
                bricklayer.database("bff"),
                bricklayer.bootstrapServers(),
                bricklayer.mattermost(),
                bricklayer.botToken())) {
      List<Program> programs = Program.registered(bricklayer, "bench", PEOPLE);
      warmUp(programs, raw);
      return measure(programs, raw);
    } finally {
      RunningBricklayer.remove(data);
    }
  }

  /**
   * Both alike, from cold to where the ratio no longer changes. The compilers are not done by then:
   * what runs once in a creation they take up after some thousand of them.
   */
  private static void warmUp(List<Program> programs, RawChain raw) throws Exception {
    for (int rate : WARM_UP) {
      OpenLoop.run(rate, WARMING, number -> create(programs, number));
      OpenLoop.run(rate, WARMING, _ -> raw.run(key()));
    }
  }

  private Report measure(List<Program> programs, RawChain raw) throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (int rate : RATES) {
      Latencies ours = new Latencies();
      Latencies chain = new Latencies();
      for (int round = 0; round < ROUNDS; round++) {
        ours.add(OpenLoop.run(rate, ROUND, number -> create(programs, number)));
        chain.add(OpenLoop.run(rate, ROUND, _ -> raw.run(key())));
      }
      rows.add(row(rate, "create-bot", ours));
      rows.add(row(rate, "raw chain", chain));
      ratios.put("p50_vs_raw_at_" + rate, ours.millisAt(50) / chain.millisAt(50));
      ratios.put("p99_vs_raw_at_" + rate, ours.millisAt(99) / chain.millisAt(99));
    }
    return new Report(name(), Report.thisEnvironment(), rows, ratios);
  }

  private static Map<String, Object> row(int rate, String what, Latencies latencies) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("per second", rate);
    row.put("what", what);
    row.put("runs", latencies.count());
    row.put("busy", latencies.turnedAway());
    row.put("busy p99 ms", latencies.turnedAwayMillisAt(99));
    row.put("failed", latencies.failed());
    row.put("p50 ms", latencies.millisAt(50));
    row.put("p99 ms", latencies.millisAt(99));
    row.put("max ms", latencies.maxMillis());
    return row;
  }

  private static void create(List<Program> programs, int number) throws Exception {
    programs.get(number % programs.size()).createBot("bench " + key(), NEVER_DURING_THE_RUN);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
