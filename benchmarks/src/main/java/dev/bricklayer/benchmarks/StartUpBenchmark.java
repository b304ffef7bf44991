package dev.bricklayer.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the launcher's first instruction to "Bricklayer is ready", and the memory held then. */
final class StartUpBenchmark implements Benchmark {

  private static final int WARM_STARTS = 3;

  @Override
  public String name() {
    return "start-up";
  }

  @Override
  public Report run() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.addAll(starts("embedded"));
    rows.addAll(starts("five JVMs", "--processes"));
    return new Report(name(), Report.thisEnvironment(), rows, Map.of());
  }

  private static List<Map<String, Object>> starts(String mode, String... options) throws Exception {
    Path data = RunningBricklayer.freshData();
    List<Map<String, Object>> rows = new ArrayList<>();
    try {
      rows.add(start(mode, "cold: empty data directory", data, options));
      for (int i = 0; i < WARM_STARTS; i++) {
        rows.add(start(mode, "warm", data, options));
      }
    } finally {
      RunningBricklayer.remove(data);
    }
    return rows;
  }

  private static Map<String, Object> start(String mode, String kind, Path data, String... options)
      throws Exception {
    try (RunningBricklayer bricklayer = RunningBricklayer.start(data, Map.of(), options)) {
      Map<String, Long> megabytes = bricklayer.megabytes();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("mode", mode);
      row.put("start", kind);
      row.put("ready after s", bricklayer.startUp().toMillis() / 1000.0);
      row.put("launcher MB", megabytes.getOrDefault("launcher", 0L));
      row.put("services MB", megabytes.getOrDefault("services", 0L));
      row.put("PostgreSQL MB", megabytes.getOrDefault("PostgreSQL", 0L));
      return row;
    }
  }
}
