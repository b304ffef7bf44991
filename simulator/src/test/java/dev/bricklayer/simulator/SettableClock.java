package dev.bricklayer.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Goes as the system's, and further when told. */
public final class SettableClock implements InstantSource {

  private volatile Duration ahead = Duration.ZERO;

  public void advance(Duration duration) {
    ahead = ahead.plus(duration);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }
}
