package dev.bricklayer.engine.server;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Stops sending while the server does not answer. Closed: everything goes. Open, after so many
 * calls in a row without an answer: nothing goes, and from time to time the server is asked whether
 * it is there. Half open, when it is: one delivery goes, and its answer closes the breaker or opens
 * it for longer.
 *
 * <p>Each copy has its own, in memory. What a copy cannot reach may be its own network's fault, and
 * then the others go on with what it leaves in the line; and an outage must not depend on the
 * database to be noticed. The price is one question per copy and pause. What proves that the server
 * is there is any answer of it but a 5xx, a refusal included.
 */
final class Breaker {

  private final ServerSettings settings;
  private final LongSupplier nanos;
  private final RandomGenerator jitter;
  private State state = State.CLOSED;
  private int failures;
  private Duration pause;
  private long askAt;
  private boolean trialIsOut;

  /** What is let through. */
  enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  Breaker(ServerSettings settings, LongSupplier nanos, RandomGenerator jitter) {
    this.settings = settings;
    this.nanos = nanos;
    this.jitter = jitter;
    this.pause = settings.firstPause();
  }

  synchronized State state() {
    return state;
  }

  /** How many of so many calls may be made. */
  synchronized int admit(int wish) {
    return switch (state) {
      case CLOSED -> wish;
      case OPEN -> 0;
      case HALF_OPEN -> {
        if (trialIsOut || wish == 0) {
          yield 0;
        }
        trialIsOut = true;
        yield 1;
      }
    };
  }

  /** What was admitted came to no call. */
  synchronized void giveBack() {
    trialIsOut = false;
  }

  /** Whether it is time to ask the server if it is there. */
  synchronized boolean wantsToAsk() {
    return state == State.OPEN && nanos.getAsLong() - askAt >= 0;
  }

  /** What asking it showed. */
  synchronized void asked(boolean isThere) {
    if (state != State.OPEN) {
      return;
    }
    if (isThere) {
      state = State.HALF_OPEN;
      trialIsOut = false;
    } else {
      openForLonger();
    }
  }

  /** The server answered a delivery; returns whether that closed the breaker. */
  synchronized boolean answered() {
    failures = 0;
    if (state != State.HALF_OPEN) {
      return false;
    }
    state = State.CLOSED;
    pause = settings.firstPause();
    return true;
  }

  /** A delivery got no answer; returns whether that opened the breaker. */
  synchronized boolean failed() {
    failures++;
    return switch (state) {
      case CLOSED -> {
        if (failures < settings.failuresToOpen()) {
          yield false;
        }
        open();
        yield true;
      }
      case HALF_OPEN -> {
        openForLonger();
        yield true;
      }
      case OPEN -> false;
    };
  }

  private void openForLonger() {
    Duration twice = pause.multipliedBy(2);
    pause = twice.compareTo(settings.longestPause()) < 0 ? twice : settings.longestPause();
    open();
  }

  /** Between half of the pause and all of it: copies do not ask together. */
  private void open() {
    state = State.OPEN;
    long half = pause.toNanos() / 2;
    askAt = nanos.getAsLong() + half + jitter.nextLong(half + 1);
  }
}
