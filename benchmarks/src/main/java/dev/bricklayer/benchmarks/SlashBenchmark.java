package dev.bricklayer.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a slash command and a button take the bff, beside an endpoint of the same server that
 * does nothing, in turns; then the slash command from shortly before many reminders are due until
 * the last of them is posted.
 *
 * <p>{@code BRICKLAYER_BENCH_REMINDERS} says how many (10,000).
 */
final class SlashBenchmark implements Benchmark {

  private static final int RATE = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final int ROUNDS = 3;

  private static final int REMINDERS =
      Integer.parseInt(System.getenv().getOrDefault("BRICKLAYER_BENCH_REMINDERS", "10000"));
  private static final Duration BEFORE_DUE = Duration.ofSeconds(5);
  private static final Duration WHILE_FIRING = Duration.ofSeconds(5);
  private static final Duration LONGEST_FIRING = Duration.ofMinutes(3);

  @Override
  public String name() {
    return "slash";
  }

  @Override
  public Report run() throws Exception {
    Path data = RunningBricklayer.freshData();
    try (RunningBricklayer bricklayer = RunningBricklayer.start(data, RunningBricklayer.FOR_LOAD)) {
      Hooks hooks = new Hooks(bricklayer);
      for (Measured measured : inTurn(hooks)) {
        OpenLoop.run(RATE, WARM_UP, measured.call());
      }
      List<Measured> quiet = inTurn(hooks);
      for (int round = 0; round < ROUNDS; round++) {
        quiet.forEach(
            measured -> measured.latencies().add(OpenLoop.run(RATE, ROUND, measured.call())));
      }
      Program program = Program.registered(bricklayer, "bench");
      return report(
          quiet,
          whileFiring(
              hooks, ManyReminders.make(program, bricklayer.database("engine"), REMINDERS)));
    } finally {
      RunningBricklayer.remove(data);
    }
  }

  /** One of the things that take turns, and how long it took. */
  private record Measured(String what, OpenLoop.Call call, Latencies latencies) {}

  private static List<Measured> inTurn(Hooks hooks) {
    return List.of(
        new Measured("empty endpoint", _ -> hooks.callNothing(), new Latencies()),
        new Measured("slash command", _ -> hooks.typeCommand(), new Latencies()),
        new Measured("button", _ -> hooks.clickButton(), new Latencies()));
  }

  private static Measured whileFiring(Hooks hooks, ManyReminders reminders) throws Exception {
    OpenLoop.Call slash = _ -> hooks.typeCommand();
    Latencies latencies = new Latencies();
    Thread.sleep(Duration.between(Instant.now(), reminders.due().minus(BEFORE_DUE)));
    Instant until = reminders.due().plus(LONGEST_FIRING);
    int posted = 0;
    while (posted < reminders.count() && Instant.now().isBefore(until)) {
      latencies.add(OpenLoop.run(RATE, WHILE_FIRING, slash));
      posted = reminders.posted();
    }
    return new Measured(
        "slash command while %d of %d reminders are posted, %d s"
            .formatted(
                posted,
                reminders.count(),
                Duration.between(reminders.due(), Instant.now()).toSeconds()),
        slash,
        latencies);
  }

  private Report report(List<Measured> quiet, Measured firing) throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    quiet.forEach(measured -> rows.add(row(measured)));
    rows.add(row(firing));
    Latencies empty = quiet.get(0).latencies();
    Latencies slash = quiet.get(1).latencies();
    Latencies button = quiet.get(2).latencies();
    Map<String, Double> ratios = new LinkedHashMap<>();
    ratios.put("slash_p50_vs_empty", slash.millisAt(50) / empty.millisAt(50));
    ratios.put("slash_p99_vs_empty", slash.millisAt(99) / empty.millisAt(99));
    ratios.put("button_p50_vs_empty", button.millisAt(50) / empty.millisAt(50));
    ratios.put("button_p99_vs_empty", button.millisAt(99) / empty.millisAt(99));
    ratios.put("slash_worst_while_firing_s", firing.latencies().maxMillis() / 1000);
    return new Report(name(), Report.thisEnvironment(), rows, ratios);
  }

  private static Map<String, Object> row(Measured measured) {
    Latencies latencies = measured.latencies();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", measured.what());
    row.put("per second", RATE);
    row.put("calls", latencies.count());
    row.put("failed", latencies.failed());
    row.put("p50 ms", latencies.millisAt(50));
    row.put("p99 ms", latencies.millisAt(99));
    row.put("max ms", latencies.maxMillis());
    return row;
  }
}
