package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.SagaId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Those in this copy who wait for an operation's end. A waiter is woken, not told: the operation's
 * row says how it ended. Whoever registers before the command is committed and then reads the row
 * once more misses nothing.
 */
@Component
public class Waiters {

  private final ConcurrentMap<SagaId, Bell> bells = new ConcurrentHashMap<>();

  /** One bell for all who wait for the same end. */
  private record Bell(CountDownLatch rung, int waiting) {}

  /** Registers one who will wait. */
  public Waiter register(SagaId operation) {
    Bell bell =
        bells.merge(
            operation,
            new Bell(new CountDownLatch(1), 1),
            (known, _) -> new Bell(known.rung(), known.waiting() + 1));
    return new Waiter(operation, bell.rung());
  }

  /** Wakes all who wait in this copy. Called after the end has been committed. */
  public void wake(SagaId operation) {
    Bell bell = bells.get(operation);
    if (bell != null) {
      bell.rung().countDown();
    }
  }

  /** How many operations are waited for, here and now. */
  int size() {
    return bells.size();
  }

  /** One who waits; to be closed. */
  public final class Waiter implements AutoCloseable {

    private final SagaId operation;
    private final CountDownLatch rung;

    private Waiter(SagaId operation, CountDownLatch rung) {
      this.operation = operation;
      this.rung = rung;
    }

    /**
     * Waits; holds nothing while it does.
     *
     * @return whether it was woken; not, when the time ran out or this copy is going down
     */
    public boolean await(Duration atMost) {
      try {
        return rung.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
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
