package dev.bricklayer.benchmarks.engine;

import java.util.Set;

/**
 * How much is measured. The defaults take some minutes; the environment says otherwise.
 *
 * @param stored how many jobs there are
 * @param due how many of them fall due in one second
 * @param rounds how often everybody has a turn
 * @param steadySeconds how long 500 a second fall due
 * @param posts how many reminders are posted
 * @param tenMillion whether cost is also measured with ten million jobs stored
 * @param parts which parts are measured: {@code peers}, {@code delivery}, {@code growth}, and
 *     {@code real}, deliveries to a real Mattermost
 */
record Load(
    int stored,
    int due,
    int rounds,
    int steadySeconds,
    int posts,
    boolean tenMillion,
    Set<String> parts) {

  static final int STEADY_PER_SECOND = 500;

  static Load fromEnvironment() {
    return new Load(
        number("BRICKLAYER_BENCH_STORED", 1_000_000),
        number("BRICKLAYER_BENCH_DUE", 100_000),
        number("BRICKLAYER_BENCH_ROUNDS", 2),
        number("BRICKLAYER_BENCH_STEADY_SECONDS", 20),
        number("BRICKLAYER_BENCH_POSTS", 20_000),
        number("BRICKLAYER_BENCH_TEN_MILLION", 0) > 0,
        Set.of(text("BRICKLAYER_BENCH_PARTS", "peers,delivery,growth").split(",")));
  }

  /** For a turn that only warms up. */
  Load warmUp() {
    return new Load(stored, due / 5, 1, steadySeconds, posts, tenMillion, parts);
  }

  private static String text(String variable, String otherwise) {
    return System.getenv().getOrDefault(variable, otherwise);
  }

  private static int number(String variable, int otherwise) {
    return Integer.parseInt(text(variable, String.valueOf(otherwise)));
  }
}
