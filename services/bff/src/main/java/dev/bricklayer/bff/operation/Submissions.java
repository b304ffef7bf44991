package dev.bricklayer.bff.operation;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Begins operations for those who want to hear how they end. */
@Component
public class Submissions {

  private final Operations operations;
  private final Waiters waiters;
  private final Room room;
  private final OperationMeters meters;

  Submissions(Operations operations, Waiters waiters, Room room, OperationMeters meters) {
    this.operations = operations;
    this.waiters = waiters;
    this.room = room;
    this.meters = meters;
  }

  /**
   * Begins an operation and waits for its end. The waiter is there before the command is: an end
   * cannot come unheard.
   *
   * @param begin begins it in a transaction of its own
   * @return the operation as it is then: ended, or still under way
   * @throws dev.bricklayer.problems.Problem when the key was used for another request, or when so
   *     many are under way that this one would only wait
   */
  public Operation submit(NewOperation wish, Supplier<Beginning> begin, Patience patience) {
    try (Waiters.Waiter waiter = waiters.register(wish.id())) {
      return switch (begunInItsRoom(wish, begin)) {
        case Beginning.Begun(var operation) -> operations.awaitEnd(operation, waiter, patience);
        case Beginning.Repeated(var operation) -> awaitEnd(operation, patience);
        case Beginning.KeyOfAnother _ -> throw Refusals.keyOfAnother();
      };
    }
  }

  /** Only what has begun keeps its room: until its end. */
  private Beginning begunInItsRoom(NewOperation wish, Supplier<Beginning> begin) {
    if (!room.take(wish.id())) {
      meters.turnedAway(wish.saga().name());
      throw Refusals.crowded();
    }
    boolean begun = false;
    try {
      Beginning beginning = begin.get();
      begun =
          switch (beginning) {
            case Beginning.Begun _ -> true;
            case Beginning.Repeated _, Beginning.KeyOfAnother _ -> false;
          };
      return beginning;
    } finally {
      if (!begun) {
        room.leave(wish.id());
      }
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
