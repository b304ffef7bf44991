package dev.bricklayer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.testkit.Relay;
import dev.bricklayer.testkit.SettableDatabaseClock;
import dev.bricklayer.testkit.checker.Report;
import dev.bricklayer.testkit.checker.Report.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two engines as processes, while they, their servers and Mattermost freeze, go and come back. What
 * falls due meanwhile is posted once; the checker judges.
 */
@Tag("faults")
class EngineFaultsTest {

  private static final int PER_SECOND = 20;
  private static final String POSTS = "/api/v4/posts";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void frozenForTwiceTheLease() throws Exception {
    each(Duration.ofSeconds(30), trial -> freezeEach(trial, Duration.ofSeconds(4)));
  }

  @Test
  void frozenForAMinute() throws Exception {
    each(Duration.ofSeconds(70), trial -> freezeEach(trial, Duration.ofSeconds(60)));
  }

  /** SENDING is committed, and the sender does not know it before it wakes, a minute later. */
  @Test
  void frozenBetweenSendingAndTheCall() throws Exception {
    try (Trial trial = Trial.with(1, directory, Map.of());
        Relay relay = Relay.to(trial.fleet().postgres().port())) {
      trial.engines().getFirst().kill();
      Fleet.Copy sender =
          trial.fleet().start(ServiceName.ENGINE, Map.of("BRICKLAYER_DATABASE_URL", by(relay)));
      relay.holdTheAnswerTo("set state = 'SENDING'", "COMMIT");
      trial.remind(PER_SECOND, Duration.ofSeconds(3));
      relay.awaitHeld();
      sender.freeze();
      relay.release();
      trial.fleet().start(ServiceName.ENGINE);
      pass(Duration.ofSeconds(60));
      sender.thaw();
      trial.endsWithEachPosted();
    }
  }

  @Test
  void theLeadersConnectionIsCut() throws Exception {
    each(
        Duration.ofSeconds(30),
        trial -> {
          for (int i = 0; i < 20; i++) {
            trial.awaitMore(1 + trial.random().nextInt(PER_SECOND));
            cut(trial, "engine-leader");
          }
        });
  }

  @Test
  void everyConnectionIsCut() throws Exception {
    each(
        Duration.ofSeconds(30),
        trial -> {
          for (int i = 0; i < 10; i++) {
            trial.awaitMore(1 + trial.random().nextInt(PER_SECOND));
            cut(trial, "engine%");
          }
        });
  }

  @Test
  void postgresIsKilledAndStartedAtOnce() throws Exception {
    each(
        Duration.ofSeconds(30),
        trial -> {
          for (int i = 0; i < 3; i++) {
            trial.awaitMore(PER_SECOND);
            trial.fleet().postgres().kill();
            trial.fleet().postgres().restart();
          }
        });
  }

  @Test
  void postgresIsAwayForHalfAMinute() throws Exception {
    each(
        Duration.ofSeconds(50),
        trial -> {
          trial.awaitMore(PER_SECOND);
          trial.fleet().postgres().stop();
          pass(Duration.ofSeconds(30));
          trial.fleet().postgres().restart();
        });
  }

  @Test
  void kafkaIsKilledAndStartedAtOnce() throws Exception {
    each(
        Duration.ofSeconds(40),
        trial -> {
          for (int i = 0; i < 3; i++) {
            trial.awaitMore(PER_SECOND);
            trial.fleet().kafka().kill();
            trial.fleet().kafka().restart();
          }
        });
  }

  @Test
  void kafkaIsAwayForAMinute() throws Exception {
    each(
        Duration.ofSeconds(80),
        trial -> {
          trial.awaitMore(PER_SECOND);
          trial.fleet().kafka().stop();
          pass(Duration.ofSeconds(60));
          trial.fleet().kafka().restart();
        });
  }

  @Test
  void mattermostIsDownForMinutes() throws Exception {
    each(
        Duration.ofMinutes(2),
        trial -> {
          trial.awaitMore(PER_SECOND);
          trial.fleet().mattermost().down();
          pass(Duration.ofMinutes(2));
          trial.fleet().mattermost().up();
        });
  }

  static Stream<Fault> faults() {
    Fault.Calls posts = Fault.on("POST", POSTS);
    Stream<Fault> codes =
        Stream.of(500, 502, 503, 504)
            .map(Effect.Fail::new)
            .flatMap(fail -> Stream.of(posts.before(fail), posts.after(fail)));
    Stream<Fault> waits =
        Stream.of("", "0", "-1", "1.5", "soon", "Wed, 21 Oct 2015 07:28:00 GMT")
            .map(odd -> posts.before(new Effect.Throttle(odd)));
    Stream<Fault> others =
        Stream.of(
            posts.inside(Duration.ofSeconds(3)),
            posts.before(new Effect.Reset()),
            posts.after(new Effect.Reset()));
    return Stream.of(codes, waits, others).flatMap(kind -> kind);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFourthCallGoesWrong(Fault fault) throws Exception {
    each(
        Duration.ofSeconds(15),
        trial -> {
          trial.fleet().mattermost().faults().seed(trial.random().nextLong());
          trial.fleet().mattermost().faults().add(fault.withProbability(0.25));
          trial.awaitMore(10 * PER_SECOND);
          trial.fleet().mattermost().faults().clear();
        });
  }

  @Test
  void theClockIsSetOnAndBack() throws Exception {
    try (Trial trial = Trial.withSettableClock(2, directory)) {
      trial.remind(PER_SECOND, Duration.ofMinutes(3));
      SettableDatabaseClock clock = trial.clock();
      for (Duration step :
          List.of(Duration.ofSeconds(5), Duration.ofSeconds(-5), Duration.ofSeconds(40))) {
        trial.awaitMore(5 * PER_SECOND);
        clock.advance(step);
      }
      trial.awaitMore(PER_SECOND);
      clock.advance(Duration.ofSeconds(-30));
      trial.ends();
    }
  }

  /** Most of them are too old to be posted, and that is told of each. */
  @Test
  void halfAMillionAreOverdueAfterAnOutage() throws Exception {
    int skipped = Integer.getInteger("faults.overdue", 500_000);
    int late = skipped / 100;
    try (Trial trial = Trial.with(2, directory, Map.of())) {
      trial.engines().forEach(Fleet.Copy::kill);
      Instant now = trial.reminders().now();
      trial.reminders().plant(skipped, now.minus(Duration.ofHours(3)), Duration.ofHours(1));
      trial.reminders().plant(late, now.minus(Duration.ofMinutes(20)), Duration.ofMinutes(10));
      trial.fleet().start(ServiceName.ENGINE);
      trial.fleet().start(ServiceName.ENGINE);
      Report report = trial.ends(Duration.ofMinutes(5).plusMillis(2L * skipped));
      assertThat(report.count(Ending.SKIPPED)).isEqualTo(skipped);
      assertThat(report.count(Ending.POSTED)).isEqualTo(late);
    }
  }

  private interface Trouble {
    void happens(Trial trial) throws Exception;
  }

  private void each(Duration howLong, Trouble trouble) throws Exception {
    try (Trial trial = Trial.with(2, directory, Map.of())) {
      trial.remind(PER_SECOND, howLong);
      trouble.happens(trial);
      trial.endsWithEachPosted();
    }
  }

  /** One after the other, so that the leader is one of them. */
  private static void freezeEach(Trial trial, Duration lasting) throws Exception {
    for (Fleet.Copy engine : trial.engines()) {
      trial.awaitMore(PER_SECOND);
      engine.freeze();
      pass(lasting);
      engine.thaw();
    }
  }

  private static void cut(Trial trial, String applications) {
    trial
        .fleet()
        .rows(ServiceName.ENGINE)
        .sql(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where application_name like :applications and pid <> pg_backend_pid()
            """)
        .param("applications", applications)
        .query(Integer.class)
        .single();
  }

  private static String by(Relay relay) {
    return "jdbc:postgresql://127.0.0.1:%d/engine?prepareThreshold=0".formatted(relay.port());
  }

  /** The fault lasts so long: nothing else tells when it is over. */
  private static void pass(Duration duration) {
    Instant end = Instant.now().plus(duration);
    await().atMost(duration.plusMinutes(1)).until(() -> Instant.now().isAfter(end));
  }
}
