package dev.bricklayer.testkit.explorer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Visits every world of a model, nearest first, so that what it finds broken is found by a shortest
 * history.
 */
public final class Explorer {

  private Explorer() {}

  /**
   * Visits all worlds.
   *
   * @param bound on the number of worlds: a model that has more is not explored to its end, and
   *     that is an error of the test, not a pass
   * @throws IllegalStateException when the bound is reached
   */
  public static <W> Finding explore(Model<W> model, int bound) {
    Map<W, @Nullable Arrival<W>> arrivals = new HashMap<>();
    Deque<W> next = new ArrayDeque<>();
    arrivals.put(model.start(), null);
    next.add(model.start());
    while (!next.isEmpty()) {
      W world = next.remove();
      List<String> broken = model.broken(world);
      if (!broken.isEmpty()) {
        return new Finding.Broken(broken, history(world, arrivals), arrivals.size());
      }
      for (Model.Move<W> move : model.moves(world)) {
        if (!arrivals.containsKey(move.next())) {
          arrivals.put(move.next(), new Arrival<>(world, move.what()));
          next.add(move.next());
        }
      }
      if (arrivals.size() > bound) {
        throw new IllegalStateException(
            "more than " + bound + " worlds: state a smaller bound of faults");
      }
    }
    return new Finding.AllHold(arrivals.size());
  }

  private static <W> List<String> history(W world, Map<W, @Nullable Arrival<W>> arrivals) {
    List<String> history = new ArrayList<>();
    Arrival<W> arrival = arrivals.get(world);
    while (arrival != null) {
      history.add(arrival.move());
      arrival = arrivals.get(arrival.from());
    }
    Collections.reverse(history);
    return history;
  }

  private record Arrival<W>(W from, String move) {}
}
