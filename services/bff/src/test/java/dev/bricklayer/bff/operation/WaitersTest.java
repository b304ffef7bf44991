package dev.bricklayer.bff.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.SagaId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitersTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final Waiters waiters = new Waiters();
  private final SagaId saga = new SagaId(UUID.randomUUID());

  @Test
  void wakesAllWhoWaitForTheSameEnd() {
    try (var one = waiters.register(saga);
        var other = waiters.register(saga)) {
      CompletableFuture<Boolean> woken = CompletableFuture.supplyAsync(() -> one.await(LONG));
      waiters.wake(saga);
      assertThat(woken.orTimeout(60, TimeUnit.SECONDS).join()).isTrue();
      assertThat(other.await(LONG)).isTrue();
    }
  }

  @Test
  void remembersAWakeThatCameBeforeTheWait() {
    try (var waiter = waiters.register(saga)) {
      waiters.wake(saga);
      assertThat(waiter.await(LONG)).isTrue();
    }
  }

  @Test
  void givesUpWhenTheTimeRunsOut() {
    try (var waiter = waiters.register(saga)) {
      waiters.wake(new SagaId(UUID.randomUUID()));
      assertThat(waiter.await(Duration.ofMillis(1))).isFalse();
    }
  }

  @Test
  void keepsNothingOfThoseWhoHaveGone() {
    var one = waiters.register(saga);
    var other = waiters.register(saga);
    one.close();
    assertThat(waiters.size()).isOne();
    other.close();
    assertThat(waiters.size()).isZero();
  }
}
