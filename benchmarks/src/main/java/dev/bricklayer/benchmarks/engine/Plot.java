package dev.bricklayer.benchmarks.engine;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws how a burst was handed over: for each who took part, which share of it was with Kafka how
 * late. The axis of time is logarithmic, or the quick ones would be a line at its edge.
 */
final class Plot {

  private static final int WIDTH = 820;
  private static final int HEIGHT = 530;
  private static final int LEFT = 60;
  private static final int RIGHT = 800;
  private static final int TOP = 50;
  private static final int BOTTOM = 390;
  private static final int LEGEND = 440;
  private static final int LEGEND_LINE = 22;
  private static final int POINTS = 200;
  private static final double FIRST_MILLIS = 1;
  private static final double LAST_MILLIS = 100_000;
  private static final List<String> COLOURS = List.of("#0b6e4f", "#c1440e", "#3a5ba0", "#8a6d1b");

  private Plot() {}

  static String of(List<Figure> bursts) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
        <rect width="100%%" height="100%%" fill="white"/>
        <text x="%d" y="28" font-size="15">Due in the same second: handed over to Kafka, and how late</text>
        """
            .formatted(WIDTH, HEIGHT, LEFT));
    svg.append(axes());
    IntStream.range(0, bursts.size())
        .mapToObj(i -> line(bursts.get(i), COLOURS.get(i % COLOURS.size()), i))
        .forEach(svg::append);
    return svg.append("</svg>\n").toString();
  }

  private static String axes() {
    String times =
        IntStream.rangeClosed(0, 5)
            .mapToObj(power -> vertical(Math.pow(10, power)))
            .collect(Collectors.joining());
    String shares =
        IntStream.rangeClosed(0, 4)
            .mapToObj(quarter -> horizontal(quarter * 25))
            .collect(Collectors.joining());
    return times + shares;
  }

  private static String vertical(double millis) {
    String label = millis < 1000 ? "%.0f ms".formatted(millis) : "%.0f s".formatted(millis / 1000);
    return """
        <line x1="%1$.1f" y1="%2$d" x2="%1$.1f" y2="%3$d" stroke="#ddd"/>
        <text x="%1$.1f" y="%4$d" text-anchor="middle" fill="#555">%5$s</text>
        """
        .formatted(x(millis), TOP, BOTTOM, BOTTOM + 20, label);
  }

  private static String horizontal(int percent) {
    return """
        <line x1="%1$d" y1="%2$.1f" x2="%3$d" y2="%2$.1f" stroke="#ddd"/>
        <text x="%4$d" y="%2$.1f" text-anchor="end" dominant-baseline="middle" fill="#555">%5$d%%</text>
        """
        .formatted(LEFT, y(percent), RIGHT, LEFT - 8, percent);
  }

  private static String line(Figure burst, String colour, int number) {
    Lateness late = Objects.requireNonNull(burst.late());
    String points =
        IntStream.rangeClosed(0, POINTS)
            .mapToObj(i -> 100.0 * i / POINTS)
            .map(percent -> "%.1f,%.1f".formatted(x(late.millisAt(percent)), y(percent)))
            .collect(Collectors.joining(" "));
    return """
        <polyline points="%1$s" fill="none" stroke="%2$s" stroke-width="2.5"/>
        <rect x="%3$d" y="%4$d" width="14" height="4" fill="%2$s"/>
        <text x="%5$d" y="%6$d">%7$s</text>
        """
        .formatted(
            points,
            colour,
            LEFT,
            LEGEND + LEGEND_LINE * number,
            LEFT + 22,
            LEGEND + LEGEND_LINE * number + 7,
            legend(burst, late));
  }

  private static String legend(Figure burst, Lateness late) {
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d stored, p99 %,.0f ms",
        burst.who(),
        burst.due(),
        burst.stored(),
        late.millisAt(99));
  }

  private static double x(double millis) {
    double shown = Math.clamp(millis, FIRST_MILLIS, LAST_MILLIS);
    double share = Math.log10(shown / FIRST_MILLIS) / Math.log10(LAST_MILLIS / FIRST_MILLIS);
    return LEFT + share * (RIGHT - LEFT);
  }

  private static double y(double percent) {
    return BOTTOM - percent / 100 * (BOTTOM - TOP);
  }
}
