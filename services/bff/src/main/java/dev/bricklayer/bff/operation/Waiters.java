package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.SagaId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Those in this copy who wait for an operation's end. They are told of what is committed, and so of
 * nothing but what the operation's row says. Whoever registers before the command is committed, or
 * reads the row once more, misses nothing.
 */
@Component
class Waiters {

  private final ConcurrentMap<SagaId, Bell> bells = new ConcurrentHashMap<>();

  /** One bell for all who wait for the same end. */
  private record Bell(CompletableFuture<Operation> rung, int waiting) {}

  /** Registers one who will wait. */
  public Waiter register(SagaId operation) {
    Bell bell =
        bells.merge(
            operation,
            new Bell(new CompletableFuture<>(), 1),
            (known, _) -> new Bell(known.rung(), known.waiting() + 1));
    return new Waiter(operation, bell.rung());
  }

  /** Wakes all who wait in this copy. Called after the end has been committed. */
  void wake(Operation ended) {
    Bell bell = bells.get(ended.id());
    if (bell != null) {
      bell.rung().complete(ended);
    }
  }

  /** How many operations are waited for, here and now. */
  int size() {
    return bells.size();
  }

  /** One who waits; to be closed. */
  public final class Waiter implements AutoCloseable {

    private final SagaId operation;
    private final CompletableFuture<Operation> rung;

    private Waiter(SagaId operation, CompletableFuture<Operation> rung) {
      this.operation = operation;
      this.rung = rung;
    }

    /**
     * Waits; holds nothing while it does.
     *
     * @return the operation as it has ended; empty when the time ran out or this copy is going down
     */
    Optional<Operation> await(Duration atMost) {
      try {
        return Optional.of(rung.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
      } catch (TimeoutException e) {
        return Optional.empty();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a bell rings, it does not fail", e);
      }
    }

    @Override
    public void close() {
      bells.computeIfPresent(
          operation,
          (_, bell) -> bell.waiting() == 1 ? null : new Bell(bell.rung(), bell.waiting() - 1));
    }
  }
}
