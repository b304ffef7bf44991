package dev.bricklayer.mattermost;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a rate limiter says. Proxies write what they like into {@code Retry-After} (fractions,
 * dates, nonsense), so nothing here can fail: what cannot be understood counts as not said.
 */
final class RateLimitHeaders {

  static final Duration UNSAID = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofHours(1);

  private RateLimitHeaders() {}

  static @Nullable Allowance allowance(HttpHeaders headers) {
    OptionalLong limit = number(headers, "X-RateLimit-Limit");
    OptionalLong remaining = number(headers, "X-RateLimit-Remaining");
    if (limit.isEmpty() || remaining.isEmpty()) {
      return null;
    }
    Duration reset = seconds(number(headers, "X-RateLimit-Reset").orElse(0));
    return new Allowance(clamp(limit.getAsLong()), clamp(remaining.getAsLong()), reset);
  }

  /**
   * {@code Retry-After} in seconds, as Mattermost writes it; else when the bucket is full; else a
   * second.
   */
  static Duration retryAfter(HttpHeaders headers) {
    OptionalLong said = number(headers, "Retry-After");
    OptionalLong wait = said.isPresent() ? said : number(headers, "X-RateLimit-Reset");
    return wait.isPresent() ? seconds(wait.getAsLong()) : UNSAID;
  }

  private static Duration seconds(long value) {
    return value >= LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(value);
  }

  private static OptionalLong number(HttpHeaders headers, String name) {
    String value = headers.firstValue(name).orElse("").strip();
    if (value.isEmpty()
        || value.length() > 18
        || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(value));
  }

  private static int clamp(long value) {
    return (int) Math.min(value, Integer.MAX_VALUE);
  }
}
