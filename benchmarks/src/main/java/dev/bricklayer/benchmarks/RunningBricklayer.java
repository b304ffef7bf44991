package dev.bricklayer.benchmarks;

import dev.bricklayer.embedded.DatabaseAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./bricklayer up} as a process of its own, on ports and a data directory of its own. */
final class RunningBricklayer implements AutoCloseable {

  private static final int PORT_BASE = 18_080;
  private static final String READY = "Bricklayer is ready";

  /**
   * Room for many bots of one account, and an answer that waits for the end however long it takes.
   */
  static final Map<String, String> FOR_LOAD =
      Map.of(
          "BRICKLAYER_QUOTA_BOTS", "100000",
          "BRICKLAYER_OPERATIONS_ANSWER_WITHIN", "60s");

  private final Process process;
  private final Path data;
  private final List<String> lines;
  private final Duration startUp;

  private RunningBricklayer(Process process, Path data, List<String> lines, Duration startUp) {
    this.process = process;
    this.data = data;
    this.lines = lines;
    this.startUp = startUp;
  }

  /**
   * Starts it and returns when it says that it is ready.
   *
   * @param data its data directory: a fresh one for a cold start
   * @param environment settings beside those of this process
   * @param options further options of {@code up}
   */
  static RunningBricklayer start(Path data, Map<String, String> environment, String... options)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                root().resolve("bricklayer").toString(),
                "up",
                "--port-base",
                String.valueOf(PORT_BASE),
                "--data",
                data.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    long begin = System.nanoTime();
    Process process = builder.start();
    List<String> lines = linesUntilReady(process);
    Duration startUp = Duration.ofNanos(System.nanoTime() - begin);
    Thread.ofVirtual().start(() -> discard(process));
    return new RunningBricklayer(process, data, lines, startUp);
  }

  private static List<String> linesUntilReady(Process process) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader output = process.inputReader();
    String line;
    while ((line = output.readLine()) != null) {
      lines.add(line);
      if (line.contains(READY)) {
        return lines;
      }
    }
    throw new IOException("it did not start:\n" + String.join("\n", lines));
  }

  private static void discard(Process process) {
    try {
      process.inputReader().lines().forEach(_ -> {});
    } catch (UncheckedIOException ended) {
      // Its output ends with it, sometimes in the middle of a line.
    }
  }

  static Path root() {
    return Path.of(System.getProperty("bricklayer.root", ".")).toAbsolutePath().normalize();
  }

  Duration startUp() {
    return startUp;
  }

  URI bff() {
    return local(0);
  }

  URI user() {
    return local(1);
  }

  URI mattermost() {
    return local(7);
  }

  String bootstrapServers() {
    return "127.0.0.1:" + (PORT_BASE + 6);
  }

  private static URI local(int offset) {
    return URI.create("http://127.0.0.1:" + (PORT_BASE + offset));
  }

  /** A service's way into its own database. */
  DatabaseAccess database(String service) throws IOException {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
      secrets.load(reader);
    }
    return new DatabaseAccess(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(PORT_BASE + 5, service),
        service,
        secrets.getProperty("database." + service));
  }

  /** The demo bot's token, as it was printed. */
  String botToken() {
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.contains("export BOT_TOKEN="))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no token was printed"));
  }

  /**
   * What the launcher, its service processes and PostgreSQL, which is nobody's child, hold in
   * memory: the sum of their proportional shares.
   */
  Map<String, Long> megabytes() throws IOException {
    Map<String, Long> byKind = new TreeMap<>();
    byKind.put("launcher", megabytes(Stream.of(process.toHandle())));
    byKind.put("services", megabytes(process.descendants()));
    byKind.put("PostgreSQL", megabytes(postgres()));
    return byKind;
  }

  private Stream<ProcessHandle> postgres() throws IOException {
    try (Stream<Path> files = Files.find(data, 4, (file, _) -> file.endsWith("postmaster.pid"))) {
      Path file = files.findFirst().orElseThrow();
      ProcessHandle postmaster =
          ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
              .orElseThrow();
      return Stream.concat(Stream.of(postmaster), postmaster.descendants());
    }
  }

  private static long megabytes(Stream<ProcessHandle> processes) throws IOException {
    long kilobytes = 0;
    for (ProcessHandle each : processes.toList()) {
      kilobytes += proportionalKilobytes(each);
    }
    return kilobytes / 1024;
  }

  private static long proportionalKilobytes(ProcessHandle process) throws IOException {
    Path rollup = Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup");
    if (!Files.exists(rollup)) {
      return 0;
    }
    return Files.readAllLines(rollup).stream()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
        .sum();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** A fresh directory for one benchmark's data. */
  static Path freshData() throws IOException {
    return Files.createTempDirectory("bricklayer-bench-");
  }

  /** Removes what a benchmark left. */
  static void remove(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
