package dev.bricklayer.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How ascending numbers are told in a sentence. */
final class Numbers {

  private static final int SHORTEST_RUN = 3;

  private Numbers() {}

  /** The distance between all neighbours, or 0 when it is not the same or there are none. */
  static int step(List<Integer> ascending) {
    if (ascending.size() < 2) {
      return 0;
    }
    int step = ascending.get(1) - ascending.get(0);
    for (int i = 2; i < ascending.size(); i++) {
      if (ascending.get(i) - ascending.get(i - 1) != step) {
        return 0;
      }
    }
    return step;
  }

  /** Each number in words, with {@code 3–7} for three or more in a row. */
  static List<String> runs(List<Integer> ascending, Function<Integer, String> inWords) {
    List<String> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= ascending.size(); i++) {
      if (i == ascending.size() || !ascending.get(i).equals(ascending.get(i - 1) + 1)) {
        addRun(runs, ascending, start, i, inWords);
        start = i;
      }
    }
    return runs;
  }

  private static void addRun(
      List<String> runs,
      List<Integer> numbers,
      int start,
      int end,
      Function<Integer, String> inWords) {
    if (end - start >= SHORTEST_RUN) {
      runs.add(inWords.apply(numbers.get(start)) + "–" + inWords.apply(numbers.get(end - 1)));
      return;
    }
    for (int i = start; i < end; i++) {
      runs.add(inWords.apply(numbers.get(i)));
    }
  }
}
