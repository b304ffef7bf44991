package dev.bricklayer.benchmarks.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** All measurements of a run; where something was measured several times, the median counts. */
final class Figures {

  private final List<Figure> all = new ArrayList<>();

  void add(Figure figure) {
    all.add(figure);
  }

  double perSecond(String what, String who) {
    return median(of(what, who), Figure::perSecond);
  }

  double p99(String what, String who) {
    return median(of(what, who), figure -> Objects.requireNonNull(figure.late()).millisAt(99));
  }

  private List<Figure> of(String what) {
    return all.stream().filter(figure -> figure.what().equals(what)).toList();
  }

  /** The last of each who took part. */
  List<Figure> lastOf(String what) {
    Map<String, Figure> last = new LinkedHashMap<>();
    of(what).forEach(figure -> last.put(figure.who(), figure));
    return List.copyOf(last.values());
  }

  private List<Figure> of(String what, String who) {
    return of(what).stream().filter(figure -> figure.who().equals(who)).toList();
  }

  /** A row for each thing that was measured, with the spread of its repetitions. */
  List<Map<String, Object>> rows() {
    Map<List<Object>, List<Figure>> same =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    each -> List.of(each.what(), each.who(), each.stored(), each.due()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return same.values().stream().map(Figures::row).toList();
  }

  private static Map<String, Object> row(List<Figure> same) {
    Figure first = same.getFirst();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", first.what());
    row.put("who", first.who());
    row.put("stored", first.stored());
    row.put("due", first.due());
    row.put("runs", same.size());
    row.put("per second", shown(same, Figure::perSecond));
    row.put("from", shown(least(same, Figure::perSecond)));
    row.put("to", shown(most(same, Figure::perSecond)));
    row.put("p50 ms", shown(same, figure -> late(figure, 50)));
    row.put("p99 ms", shown(same, figure -> late(figure, 99)));
    row.put("worst p99 ms", shown(most(same, figure -> late(figure, 99))));
    row.put("early", same.stream().mapToLong(Figures::early).sum());
    return row;
  }

  private static long early(Figure figure) {
    return figure.late() == null ? 0 : figure.late().early();
  }

  private static double late(Figure figure, double percentile) {
    return figure.late() == null ? Double.NaN : figure.late().millisAt(percentile);
  }

  private static Object shown(List<Figure> same, ToDoubleFunction<Figure> value) {
    return shown(median(same, value));
  }

  private static Object shown(double value) {
    return Double.isNaN(value) ? "–" : value >= 1000 ? Math.rint(value) : value;
  }

  private static double least(List<Figure> same, ToDoubleFunction<Figure> value) {
    return same.stream().mapToDouble(value).min().orElse(Double.NaN);
  }

  private static double most(List<Figure> same, ToDoubleFunction<Figure> value) {
    return same.stream().mapToDouble(value).max().orElse(Double.NaN);
  }

  static double median(List<Figure> same, ToDoubleFunction<Figure> value) {
    double[] sorted = same.stream().mapToDouble(value).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }
}
