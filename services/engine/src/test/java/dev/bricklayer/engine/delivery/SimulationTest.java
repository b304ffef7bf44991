package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.delivery.Disturbance.Kind;
import dev.bricklayer.engine.delivery.Disturbance.Mood;
import dev.bricklayer.engine.delivery.Simulation.Result;
import dev.bricklayer.engine.delivery.Simulation.Sabotage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thousands of histories of the engine's core, each with its own troubles: kills, freezes,
 * redeliveries, answers that say nothing, changes, clocks that are set. A new seed for every run; a
 * failing one is told together with the shortest history that fails, and {@code
 * -Dsimulation.seed=…} brings it back.
 */
class SimulationTest {

  private static final int HISTORIES = Integer.getInteger("simulation.histories", 2_500);
  private static final int HISTORIES_WITH_SABOTAGE = 2_000;
  private static final int NOTES = 120;

  private final long seed = Long.getLong("simulation.seed", System.nanoTime());

  @Test
  void everyHistoryKeepsEveryPromise() {
    LongStream.range(seed, seed + HISTORIES)
        .filter(each -> !run(each, troubles(each), Sabotage.NONE).findings().isEmpty())
        .findFirst()
        .ifPresent(SimulationTest::tell);
  }

  @ParameterizedTest
  @EnumSource(value = Sabotage.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void someHistoryShowsThatSomethingWasTakenAway(Sabotage sabotage) {
    assertThat(
            LongStream.range(seed, seed + HISTORIES_WITH_SABOTAGE)
                .anyMatch(each -> !run(each, troubles(each), sabotage).findings().isEmpty()))
        .as("seed %d", seed)
        .isTrue();
  }

  @Test
  void aHistoryIsTheSameWhenItIsLivedAgain() {
    List<Disturbance> troubles = troubles(seed);
    assertThat(Simulation.runAndNote(seed, troubles, Sabotage.NONE).notes())
        .isNotEmpty()
        .isEqualTo(Simulation.runAndNote(seed, troubles, Sabotage.NONE).notes());
  }

  private static Result run(long seed, List<Disturbance> troubles, Sabotage sabotage) {
    return Simulation.run(seed, troubles, sabotage);
  }

  private static void tell(long failing) {
    List<Disturbance> shortest = shorten(failing, troubles(failing));
    Result result = Simulation.runAndNote(failing, shortest, Sabotage.NONE);
    List<String> notes = result.notes();
    throw new AssertionError(
        "-Dsimulation.seed=%d%n%s%n%nThe shortest history:%n%s"
            .formatted(
                failing,
                String.join("\n", result.findings().stream().map(Object::toString).toList()),
                String.join("\n", notes.subList(0, Math.min(NOTES, notes.size())))));
  }

  /** Leaves out one trouble after the other, as long as it still fails. */
  private static List<Disturbance> shorten(long failing, List<Disturbance> troubles) {
    for (int i = 0; i < troubles.size(); i++) {
      List<Disturbance> fewer = new ArrayList<>(troubles);
      fewer.remove(i);
      if (!run(failing, fewer, Sabotage.NONE).findings().isEmpty()) {
        return shorten(failing, fewer);
      }
    }
    return troubles;
  }

  private static List<Disturbance> troubles(long seed) {
    Random random = new Random(~seed);
    // A clock that goes back would tell changes in another order than they were made in.
    boolean clocks = random.nextInt(5) == 0;
    return IntStream.range(0, 2 + random.nextInt(8))
        .mapToObj(_ -> trouble(random, clocks))
        .sorted(Comparator.comparing(Disturbance::at))
        .toList();
  }

  private static Disturbance trouble(Random random, boolean clocks) {
    Duration at = moment(random);
    int engine = random.nextInt(2);
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Disturbance.Kill(at, engine, away(random));
      case 2, 3 -> new Disturbance.Freeze(at, engine, freeze(random));
      case 4, 5 -> new Disturbance.Mattermost(at, millis(random, 40_000), mood(random, clocks));
      case 6 -> new Disturbance.BusAway(at, millis(random, 10_000));
      case 7 -> new Disturbance.Redelivery(at);
      default ->
          clocks
              ? new Disturbance.ClockStep(at, Duration.ofMillis(random.nextInt(-90_000, 90_000)))
              : new Disturbance.Change(at, random.nextInt(3), oneOf(random, Kind.values()));
    };
  }

  /**
   * How long a request has hung is told by the database's clock alone: what posts after a clock was
   * set on, and hung meanwhile, nobody can know of.
   */
  private static Mood mood(Random random, boolean clocks) {
    Mood mood = oneOf(random, Mood.values());
    return clocks && mood == Mood.HANGING ? Mood.BREAKING : mood;
  }

  /** Anywhere, and more often close to a minute. */
  private static Duration moment(Random random) {
    if (random.nextInt(3) == 0) {
      return millis(random, (int) Simulation.LASTS.toMillis());
    }
    int minute = 15_000 + 60_000 * random.nextInt(3);
    return Duration.ofMillis(minute + random.nextInt(-3_000, 3_000));
  }

  /** Mostly as long as a start takes, and now and then longer than claims reach ahead. */
  private static Duration away(Random random) {
    return millis(random, random.nextInt(3) == 0 ? 60_000 : 8_000);
  }

  /** Mostly about as long as a lease lasts, and now and then longer than everything. */
  private static Duration freeze(Random random) {
    return random.nextInt(4) == 0 ? millis(random, 90_000) : millis(random, 6_000);
  }

  private static Duration millis(Random random, int bound) {
    return Duration.ofMillis(1 + random.nextInt(bound));
  }

  private static <T> T oneOf(Random random, T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
