package dev.bricklayer.bff.operation;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Begins operations for those who want to hear how they end. */
@Component
public class Submissions {

  private final Operations operations;
  private final Waiters waiters;

  Submissions(Operations operations, Waiters waiters) {
    this.operations = operations;
    this.waiters = waiters;
  }

  /**
   * Begins an operation and waits for its end. The waiter is there before the command is: an end
   * cannot come unheard.
   *
   * @param begin begins it in a transaction of its own
   * @return the operation as it is then: ended, or still under way
   * @throws dev.bricklayer.problems.Problem when the key was used for another request
   */
  public Operation submit(NewOperation wish, Supplier<Beginning> begin, Patience patience) {
    try (Waiters.Waiter waiter = waiters.register(wish.id())) {
      return switch (begin.get()) {
        case Beginning.Begun(var operation) -> operations.awaitEnd(operation, waiter, patience);
        case Beginning.Repeated(var operation) -> awaitEnd(operation, patience);
        case Beginning.KeyOfAnother _ -> throw Refusals.keyOfAnother();
      };
    }
  }

  private Operation awaitEnd(Operation begunBefore, Patience patience) {
    try (Waiters.Waiter waiter = waiters.register(begunBefore.id())) {
      // Its end may have come before there was a waiter to hear of it.
      Operation known = operations.again(begunBefore);
      return Operations.isUnderWay(known) ? operations.awaitEnd(known, waiter, patience) : known;
    }
  }
}
