package dev.bricklayer.benchmarks.engine;

import com.sun.net.httpserver.Headers;

/** A leaky bucket, which tells what Mattermost's tells: whole calls, whole seconds. */
final class Limiter {

  static final Limiter NONE = new Limiter(0, 0);

  private final int perSecond;
  private final int bucket;
  private double left;
  private long at = System.nanoTime();

  Limiter(int perSecond, int bucket) {
    this.perSecond = perSecond;
    this.bucket = bucket;
    this.left = bucket;
  }

  synchronized boolean allows(Headers headers) {
    if (perSecond == 0) {
      return true;
    }
    long now = System.nanoTime();
    left = Math.min(bucket, left + (now - at) / 1e9 * perSecond);
    at = now;
    boolean allowed = left >= 1;
    if (allowed) {
      left--;
    } else {
      headers.set("Retry-After", "1");
    }
    headers.set("X-RateLimit-Limit", String.valueOf(bucket));
    headers.set("X-RateLimit-Remaining", String.valueOf((int) left));
    headers.set("X-RateLimit-Reset", String.valueOf((int) Math.ceil((bucket - left) / perSecond)));
    return allowed;
  }
}
