package dev.bricklayer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.systemtests.fleet.Fleet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reminders fall due twenty times a second while the leader dies or stands still, over and over: no
 * occurrence is handed over more than three seconds after its instant. The lease is two seconds
 * long and another engine looks four times a second, so that leaves three quarters of a second for
 * the rest. For how long the machine let nobody go on is allowed on top.
 */
@Tag("faults")
class FailOverTest {

  private static final int ROUNDS = Integer.getInteger("faults.failovers", 5);
  private static final int PER_SECOND = 20;
  private static final Duration PROMISED = Duration.ofSeconds(3);
  private static final Duration EACH_ROUND = Duration.ofSeconds(20);

  /** Much longer than the lease: meanwhile another leads, and this one does not know it. */
  private static final Duration FROZEN = Duration.ofSeconds(6);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void nothingIsHandedOverLateWhenTheLeaderIsKilled() throws Exception {
    failOver(
        (trial, leader) -> {
          leader.kill();
          trial.awaitPassed(FROZEN);
          trial.fleet().start(ServiceName.ENGINE);
        });
  }

  @Test
  void nothingIsHandedOverLateWhenTheLeaderStandsStill() throws Exception {
    failOver(
        (trial, leader) -> {
          leader.freeze();
          trial.awaitPassed(FROZEN);
          leader.thaw();
        });
  }

  private interface Trouble {
    void happens(Trial trial, Fleet.Copy engine) throws Exception;
  }

  /** Of two engines one leads: after trouble for both, one after the other, another one does. */
  private void failOver(Trouble trouble) throws Exception {
    try (Trial trial = Trial.with(2, directory, Map.of());
        Metronome metronome = new Metronome()) {
      HandOvers handOvers = HandOvers.watch(trial.fleet().kafka().bootstrapServers());
      trial.remind(PER_SECOND, EACH_ROUND.multipliedBy(ROUNDS));
      long epoch = epoch(trial);
      for (int round = 0; round < ROUNDS; round++) {
        for (Fleet.Copy engine : trial.engines()) {
          trial.awaitMore(PER_SECOND);
          trouble.happens(trial, engine);
        }
      }
      trial.endsWithEachPosted();
      assertThat(epoch(trial) - epoch).as("take-overs").isGreaterThanOrEqualTo(ROUNDS);
      judge(trial, handOvers.lateness().values(), metronome.longestPause());
    }
  }

  private static void judge(Trial trial, Collection<Duration> lateness, Duration pause) {
    assertThat(lateness).hasSize(trial.reminders().size());
    Duration worst = lateness.stream().max(Duration::compareTo).orElseThrow();
    System.out.printf("%s: the latest after %s, longest pause %s%n", trial, worst, pause);
    assertThat(lateness.stream().min(Duration::compareTo).orElseThrow())
        .as("the earliest; the broker counts in milliseconds")
        .isGreaterThan(Duration.ofMillis(-1));
    assertThat(worst).isLessThanOrEqualTo(PROMISED.plus(pause));
  }

  private static long epoch(Trial trial) {
    return trial
        .fleet()
        .rows(ServiceName.ENGINE)
        .sql("select epoch from lease where shard = 0")
        .query(Long.class)
        .single();
  }
}
