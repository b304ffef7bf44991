package dev.bricklayer.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.mattermost.Allowance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A rate is learnt from numbers that are told in whole calls and whole seconds. */
class RateBoundsTest {

  @Test
  void knowsNothingOfAFullBucket() {
    assertThat(RateBounds.of(said(100, 100, 0))).isEqualTo(RateBounds.UNKNOWN);
  }

  @Test
  void narrowsWithEveryAnswer() {
    RateBounds two = RateBounds.of(said(101, 82, 2));
    RateBounds ten = two.and(RateBounds.of(said(101, 1, 10)));
    assertThat(two.atLeast()).isEqualTo(9);
    assertThat(two.atMost()).isEqualTo(19);
    assertThat(ten.atLeast()).isEqualTo(9.9);
    assertThat(ten.atMost()).isBetween(11.1, 11.2);
    assertThat(ten.perSecond()).isEqualTo(10);
  }

  /** Nobody is sent away for a guess: of what fits the least counts. */
  @Test
  void guessesLow() {
    assertThat(RateBounds.of(said(101, 100, 1)).perSecond()).isEqualTo(1);
  }

  @Test
  void goesByTheNewerWhenTheSettingWasChanged() {
    RateBounds tenASecond = RateBounds.of(said(101, 1, 10));
    RateBounds fiveASecond = RateBounds.of(said(101, 1, 20));
    assertThat(tenASecond.and(fiveASecond).perSecond()).isEqualTo(5);
    assertThat(fiveASecond.and(tenASecond).perSecond()).isEqualTo(10);
  }

  @Test
  void takesTheMiddleWhereNoWholeNumberFits() {
    assertThat(new RateBounds(0.4, 0.6).perSecond()).isEqualTo(0.5);
  }

  private static Allowance said(int limit, int remaining, int seconds) {
    return new Allowance(limit, remaining, Duration.ofSeconds(seconds));
  }
}
