package dev.bricklayer.bff.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitersTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final Waiters waiters = new Waiters();
  private final SagaId saga = new SagaId(UUID.randomUUID());
  private final Operation ended = ended(saga);

  private static Operation ended(SagaId saga) {
    return new Operation(
        saga,
        "create-bot",
        new PersonId(UUID.randomUUID()),
        new BotId(UUID.randomUUID()),
        null,
        new Progress.Done(),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  @Test
  void wakesAllWhoWaitForTheSameEnd() {
    try (var one = waiters.register(saga);
        var other = waiters.register(saga)) {
      CompletableFuture<Optional<Operation>> woken =
          CompletableFuture.supplyAsync(() -> one.await(LONG));
      waiters.wake(ended);
      assertThat(woken.orTimeout(60, TimeUnit.SECONDS).join()).contains(ended);
      assertThat(other.await(LONG)).contains(ended);
    }
  }

  @Test
  void remembersAWakeThatCameBeforeTheWait() {
    try (var waiter = waiters.register(saga)) {
      waiters.wake(ended);
      assertThat(waiter.await(LONG)).contains(ended);
    }
  }

  @Test
  void givesUpWhenTheTimeRunsOut() {
    try (var waiter = waiters.register(saga)) {
      waiters.wake(ended(new SagaId(UUID.randomUUID())));
      assertThat(waiter.await(Duration.ofMillis(1))).isEmpty();
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
