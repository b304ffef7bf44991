package dev.bricklayer.sandbox;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Tells at the terminal how far the start is. Several steps may run at once. */
final class Progress {

  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  /** Does one step and tells how long it took. */
  <T> T step(String name, Callable<T> step) throws Exception {
    long start = System.nanoTime();
    T result = step.call();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    say("  %-21s %5.1f s".formatted(name, took.toMillis() / 1000.0));
    return result;
  }

  void say(String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}
