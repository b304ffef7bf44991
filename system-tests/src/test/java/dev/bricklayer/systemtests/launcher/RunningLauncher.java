package dev.bricklayer.systemtests.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bricklayer.systemtests.fleet.FreePorts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./bricklayer up} as a script starts it in the background: deaf to SIGINT from birth, which
 * the launcher has to mend.
 */
public final class RunningLauncher implements AutoCloseable {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration START = Duration.ofMinutes(8);
  private static final int PORTS = 9;

  private final Command command;
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread listener;
  private List<ProcessHandle> children = List.of();

  /** What the launcher is called with, and in which environment. */
  private record Command(List<String> options, Map<String, String> environment) {

    ProcessBuilder of(List<String> begin, String... more) {
      List<String> words = new ArrayList<>(begin);
      words.addAll(options);
      words.addAll(List.of(more));
      ProcessBuilder launcher = new ProcessBuilder(words).redirectErrorStream(true);
      launcher.environment().putAll(environment);
      return launcher;
    }
  }

  private RunningLauncher(Command command, Process process) {
    this.command = command;
    this.process = process;
    this.listener = Thread.ofVirtual().start(this::listen);
  }

  /** Where it can begin with its ports. */
  public static int freePortBase() {
    return FreePorts.inARow(PORTS);
  }

  /** Starts it and returns when it says that it is ready. */
  public static RunningLauncher up(int portBase, Path data, String... options) throws Exception {
    return up(portBase, data, Map.of(), options);
  }

  /** The same, with these variables in its environment. */
  public static RunningLauncher up(
      int portBase, Path data, Map<String, String> environment, String... options)
      throws Exception {
    RunningLauncher launcher = begin(portBase, data, environment, options);
    launcher.ready.get(START.toSeconds(), TimeUnit.SECONDS);
    return launcher;
  }

  /** Starts it and returns at once. */
  static RunningLauncher begin(int portBase, Path data) throws IOException {
    return begin(portBase, data, Map.of());
  }

  private static RunningLauncher begin(
      int portBase, Path data, Map<String, String> environment, String... options)
      throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of("--port-base", String.valueOf(portBase), "--data", data.toString()));
    all.addAll(List.of(options));
    Command command = new Command(List.copyOf(all), environment);
    List<String> up =
        List.of("sh", "-c", "trap '' INT; exec \"$0\" \"$@\"", ROOT + "/bricklayer", "up");
    return new RunningLauncher(command, command.of(up).start());
  }

  /**
   * Calls {@code ./bricklayer provision} for the same installation.
   *
   * @throws IllegalStateException if it does not go well, with what it said
   */
  public void provision(String option) throws Exception {
    Process provision = command.of(List.of(ROOT + "/bricklayer", "provision"), option).start();
    String words = new String(provision.getInputStream().readAllBytes(), UTF_8);
    if (provision.waitFor() != 0) {
      throw new IllegalStateException("provision " + option + " did not go well:\n" + words);
    }
  }

  private void listen() {
    try {
      process.inputReader().lines().forEach(this::hear);
    } catch (UncheckedIOException ended) {
      // Its output ends with it, sometimes in the middle of a line.
    }
    ready.completeExceptionally(new IOException("it did not start:\n" + said()));
  }

  private void hear(String line) {
    lines.add(line);
    if (line.contains("Bricklayer is ready")) {
      ready.complete(null);
    }
  }

  String said() {
    return String.join("\n", lines);
  }

  /** The token that it printed ready to paste. */
  String botToken() {
    return lines.stream()
        .filter(line -> line.contains("export BOT_TOKEN="))
        .map(line -> line.substring(line.indexOf("BOT_TOKEN=") + "BOT_TOKEN=".length()).strip())
        .findFirst()
        .orElseThrow();
  }

  /** As Ctrl-C does; returns its exit status. */
  int stop() throws Exception {
    children = process.descendants().toList();
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    return awaitExit();
  }

  /** Returns its exit status when all that it said has been heard. */
  int awaitExit() throws Exception {
    if (!process.waitFor(Duration.ofMinutes(2)) || !listener.join(Duration.ofMinutes(2))) {
      throw new IllegalStateException("it does not end:\n" + said());
    }
    return process.exitValue();
  }

  /** As kill -9 does: what it started is not asked. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** The JVMs that it started. */
  List<ProcessHandle> services() {
    return process
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("/bin/java"))
        .toList();
  }

  /** Processes that it had when it was stopped and that live on. */
  List<ProcessHandle> leftBehind() {
    return children.stream().filter(ProcessHandle::isAlive).toList();
  }

  /** Stops it in order, so that its PostgreSQL does not stay on the ports of the next one. */
  @Override
  public void close() throws IOException {
    process.destroy();
    if (!ended()) {
      process.destroyForcibly().onExit().join();
      throw new IllegalStateException("it does not end:\n" + said());
    }
  }

  private boolean ended() throws IOException {
    try {
      return process.waitFor(Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it ended");
    }
  }
}
