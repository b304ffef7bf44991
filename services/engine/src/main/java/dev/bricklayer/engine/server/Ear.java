package dev.bricklayer.engine.server;

import dev.bricklayer.engine.server.Heard.News;
import dev.bricklayer.mattermost.Allowance;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Gathers what answers say about the allowance until it is written down. */
final class Ear {

  private final LongSupplier nanos;
  private RateBounds bounds = RateBounds.UNKNOWN;
  private @Nullable Allowance fewest;
  private long fewestAt;
  private long heldUntil;
  private boolean held;
  private int returned;

  Ear(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void heard(Allowance said) {
    bounds = bounds.and(RateBounds.of(said));
    if (fewest == null || said.remaining() <= fewest.remaining()) {
      fewest = said;
      fewestAt = nanos.getAsLong();
    }
  }

  /** Somebody who tells no numbers wants to be left alone for so long. */
  synchronized void heardToWait(Duration hold) {
    long until = nanos.getAsLong() + hold.toNanos();
    if (!held || until - heldUntil > 0) {
      heldUntil = until;
      held = true;
    }
  }

  synchronized void returned(int calls) {
    returned += calls;
  }

  /** What was gathered; from now on it is nothing. */
  synchronized News take() {
    long now = nanos.getAsLong();
    Allowance said = fewest;
    Heard heard =
        said == null
            ? null
            : new Heard(said.limit(), said.remaining(), Duration.ofNanos(now - fewestAt), bounds);
    Duration hold = held && heldUntil - now > 0 ? Duration.ofNanos(heldUntil - now) : Duration.ZERO;
    News news = new News(heard, hold, returned);
    bounds = RateBounds.UNKNOWN;
    fewest = null;
    held = false;
    returned = 0;
    return news;
  }
}
