package dev.bricklayer.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.server.Breaker.State;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** An outage is noticed after a few calls, and its end by asking, not by trying. */
class BreakerTest {

  /** Always the longest wait. */
  private static final RandomGenerator LONGEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return 0;
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  private long nanos;
  private final Breaker breaker =
      new Breaker(
          new ServerSettings(0, 0, 10, 3, Duration.ofSeconds(1), Duration.ofSeconds(4)),
          () -> nanos,
          LONGEST);

  @Test
  void letsEverythingThroughWhileTheServerAnswers() {
    fail(2);
    breaker.answered();
    fail(2);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.admit(64)).isEqualTo(64);
  }

  @Test
  void letsNothingThroughAfterSoManyFailuresInARow() {
    fail(3);
    assertThat(breaker.admit(64)).isZero();
  }

  @Test
  void asksAfterAPauseAndNotBefore() {
    fail(3);
    pass(Duration.ofMillis(999));
    assertThat(breaker.wantsToAsk()).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(breaker.wantsToAsk()).isTrue();
  }

  @Test
  void asksMoreAndMoreSeldomButNotWithoutEnd() {
    fail(3);
    for (int seconds : new int[] {1, 2, 4, 4}) {
      pass(Duration.ofSeconds(seconds).minusNanos(1));
      assertThat(breaker.wantsToAsk()).isFalse();
      pass(Duration.ofNanos(1));
      assertThat(breaker.wantsToAsk()).isTrue();
      breaker.asked(false);
    }
  }

  @Test
  void letsOneThroughWhenTheServerIsThereAgain() {
    fail(3);
    breaker.asked(true);
    assertThat(breaker.admit(64)).isOne();
    assertThat(breaker.admit(64)).isZero();
  }

  @Test
  void closesWhenThatOneIsAnswered() {
    fail(3);
    breaker.asked(true);
    breaker.admit(1);
    assertThat(breaker.answered()).isTrue();
    assertThat(breaker.admit(64)).isEqualTo(64);
  }

  @Test
  void opensForLongerWhenThatOneFails() {
    fail(3);
    breaker.asked(true);
    breaker.admit(1);
    assertThat(breaker.failed()).isTrue();
    pass(Duration.ofMillis(1_999));
    assertThat(breaker.wantsToAsk()).isFalse();
  }

  @Test
  void letsAnotherThroughWhenThatOneCameToNoCall() {
    fail(3);
    breaker.asked(true);
    breaker.admit(1);
    breaker.giveBack();
    assertThat(breaker.admit(64)).isOne();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed();
    }
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
