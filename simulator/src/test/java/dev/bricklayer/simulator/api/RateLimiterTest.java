package dev.bricklayer.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.simulator.api.RateLimiter.Verdict;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The numbers are those that a real server (10 a second, burst of 100) was seen to tell. */
class RateLimiterTest {

  private final AtomicLong nanos = new AtomicLong(-5);
  private final RateLimiter limiter = new RateLimiter(RateLimit.USUAL, nanos::get);

  private Verdict ask(int times) {
    Verdict verdict = limiter.ask("10.0.0.1");
    for (int i = 1; i < times; i++) {
      verdict = limiter.ask("10.0.0.1");
    }
    return verdict;
  }

  @Test
  void theSixthCallHasNinetyFiveLeft() {
    assertThat(ask(6)).isEqualTo(new Verdict(true, 101, 95, 1, 0));
  }

  @Test
  void theBurstAndOneMorePass() {
    assertThat(ask(101)).isEqualTo(new Verdict(true, 101, 0, 11, 0));
    assertThat(ask(1)).isEqualTo(new Verdict(false, 101, 0, 11, 1));
  }

  @Test
  void callsComeBackOneByOne() {
    ask(102);
    nanos.addAndGet(Duration.ofMillis(100).toNanos());
    assertThat(ask(1).passes()).isTrue();
    assertThat(ask(1).passes()).isFalse();
  }

  @Test
  void addressesHaveBucketsOfTheirOwn() {
    ask(102);
    assertThat(limiter.ask("10.0.0.2").passes()).isTrue();
  }

  @Test
  void aFullBucketGetsNoFuller() {
    ask(1);
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(ask(1)).isEqualTo(new Verdict(true, 101, 100, 1, 0));
  }
}
