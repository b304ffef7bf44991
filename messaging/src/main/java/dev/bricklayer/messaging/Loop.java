package dev.bricklayer.messaging;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does one thing again and again until it is stopped; a failure makes it wait. */
final class Loop {

  private static final Logger log = LoggerFactory.getLogger(Loop.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));

  private final String name;
  private final Step step;
  private final Thread thread;
  private volatile boolean stopping;

  /** What it does. It ends by itself by returning false. */
  interface Step {
    boolean run() throws InterruptedException;
  }

  private Loop(Thread.Builder thread, String name, Step step) {
    this.name = name;
    this.step = step;
    this.thread = thread.name(name).unstarted(this::run);
  }

  static Loop start(String name, Step step) {
    return start(Thread.ofVirtual(), name, step);
  }

  /**
   * On a thread of the system's: for what waits in a selector, in which a virtual thread would hold
   * its carrier.
   */
  static Loop startOnPlatformThread(String name, Step step) {
    return start(Thread.ofPlatform().daemon(), name, step);
  }

  private static Loop start(Thread.Builder thread, String name, Step step) {
    Loop loop = new Loop(thread, name, step);
    loop.thread.start();
    return loop;
  }

  /** Every so often, first after one such time. */
  static Loop every(Duration pause, String name, Runnable work) {
    return start(
        name,
        () -> {
          Thread.sleep(pause);
          work.run();
          return true;
        });
  }

  private void run() {
    int failures = 0;
    try {
      while (!stopping) {
        try {
          if (!step.run()) {
            return;
          }
          failures = 0;
        } catch (RuntimeException e) {
          failures++;
          complain(failures, e);
          Thread.sleep(BACKOFF.after(failures));
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("{} is stopped", name);
    }
  }

  /** Once with everything there is to know, then shortly. */
  private void complain(int failures, RuntimeException e) {
    if (stopping) {
      log.debug("{} failed while it is being stopped", name, e);
    } else if (failures == 1) {
      log.warn("{} failed and will be tried again", name, e);
    } else {
      log.warn(
          "{} failed {} times in a row and will be tried again: {}", name, failures, e.toString());
    }
  }

  /** Interrupts it and waits for its end. */
  void stop(Duration atMost) {
    stopping = true;
    thread.interrupt();
    awaitEnd(atMost);
  }

  /** Waits for its own end, then interrupts it. */
  void finish(Duration atMost) {
    if (!awaitEnd(atMost)) {
      stop(Duration.ofSeconds(1));
    }
  }

  private boolean awaitEnd(Duration atMost) {
    try {
      return thread.join(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
