package dev.bricklayer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a benchmark found.
 *
 * @param name the benchmark's
 * @param environment the machine and the versions
 * @param rows one figure each, columns by name; all rows have the same columns
 * @param ratios ours to what ran beside it, by the names that people track
 */
public record Report(
    String name,
    Map<String, String> environment,
    List<Map<String, Object>> rows,
    Map<String, Double> ratios) {

  /** Rows and ratios for a terminal. */
  String table() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.copyOf(rows.getFirst().keySet()));
    rows.forEach(row -> lines.add(row.values().stream().map(Report::shown).toList()));
    int[] widths =
        IntStream.range(0, lines.getFirst().size())
            .map(
                column ->
                    lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0))
            .toArray();
    Stream<String> table = lines.stream().map(line -> aligned(line, widths));
    Stream<String> compared =
        ratios.entrySet().stream()
            .map(ratio -> "  %s = %s".formatted(ratio.getKey(), shown(ratio.getValue())));
    return Stream.concat(table, compared).collect(Collectors.joining("\n"));
  }

  /** Where results are written. */
  public static Path directory() {
    return Path.of(System.getProperty("bricklayer.root", "."), "target", "bench");
  }

  /** Writes it as JSON and returns where. */
  Path write() throws IOException {
    Path directory = Files.createDirectories(directory());
    Path file = directory.resolve(name + ".json");
    JsonMapper mapper = JsonMapper.builder().build();
    Files.writeString(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    return file;
  }

  /** This machine and this Java. */
  public static Map<String, String> thisEnvironment() throws IOException {
    return Map.of(
        "processors", String.valueOf(Runtime.getRuntime().availableProcessors()),
        "processor", processor(),
        "os", System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "java", System.getProperty("java.vm.version"));
  }

  private static String processor() throws IOException {
    Path cpus = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpus)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(cpus).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String shown(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.2f", number)
        : String.valueOf(value);
  }

  private static String aligned(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            column ->
                "  " + " ".repeat(widths[column] - cells.get(column).length()) + cells.get(column))
        .collect(Collectors.joining());
  }
}
