package dev.bricklayer.messaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A test's main class in a JVM of its own, where it can die as a killed process does. */
final class OwnProcess {

  /** What a main class halts with where it means to die. */
  static final int KILLED = 137;

  private OwnProcess() {}

  /** Dies at once: no hook runs, nothing is flushed. */
  static void die() {
    Runtime.getRuntime().halt(KILLED);
  }

  /** Runs it to its end and says how it ended. */
  static int run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(main.getSimpleName() + " did not end");
    }
    return process.exitValue();
  }
}
