package dev.bricklayer.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that runs servers, so that a test can kill it as the operating system would. */
final class OwnProcess implements AutoCloseable {

  private static final String READY = "ready";

  private final Process process;

  private OwnProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts the main class of a test in a JVM of its own; returns when it says that it is ready.
   *
   * @param log where what it logs is appended
   */
  static OwnProcess running(Path log, Class<?> main, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals(READY)) {
        return new OwnProcess(process);
      }
    }
    throw new IOException(main.getSimpleName() + " ended before it was ready, see " + log);
  }

  /** What the main class calls when its servers run; never returns while its parent lives. */
  static void ready() throws IOException {
    System.out.println(READY);
    while (System.in.read() >= 0) {
      // The parent never writes; its end is the end of this stream.
    }
  }

  /** kill -9 */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
