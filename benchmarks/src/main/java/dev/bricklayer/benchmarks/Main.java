package dev.bricklayer.benchmarks;

import dev.bricklayer.benchmarks.engine.EngineBenchmark;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code bench [name]}: runs one benchmark or all, prints a table each, writes {@code
 * target/bench/<name>.json}.
 */
public final class Main {

  private static final List<Benchmark> BENCHMARKS =
      List.of(
          new StartUpBenchmark(),
          new CreateBotBenchmark(),
          new LatenessBenchmark(),
          new SlashBenchmark(),
          new EngineBenchmark());

  private Main() {}

  /** Exit status 0 when every figure was measured, 2 when there is no benchmark of that name. */
  public static void main(String[] arguments) throws Exception {
    List<Benchmark> chosen =
        BENCHMARKS.stream()
            .filter(bench -> arguments.length == 0 || bench.name().equals(arguments[0]))
            .toList();
    if (chosen.isEmpty()) {
      System.err.printf("There is no benchmark %s: choose one of %s.%n", arguments[0], names());
      System.exit(2);
    }
    for (Benchmark benchmark : chosen) {
      System.out.printf("%n%s%n", benchmark.name());
      Report report = benchmark.run();
      System.out.println(report.table());
      System.out.println("written to " + report.write());
    }
    System.exit(0);
  }

  private static String names() {
    return BENCHMARKS.stream().map(Benchmark::name).collect(Collectors.joining(", "));
  }
}
