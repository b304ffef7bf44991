package dev.bricklayer.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Goes as the system's, and further when told, until it is stopped. */
public final class SettableClock implements InstantSource {

  private volatile Duration ahead = Duration.ZERO;
  private volatile InstantSource running = InstantSource.system();

  public void advance(Duration duration) {
    ahead = ahead.plus(duration);
  }

  public void stop() {
    running = InstantSource.fixed(running.instant());
  }

  @Override
  public Instant instant() {
    return running.instant().plus(ahead);
  }
}
