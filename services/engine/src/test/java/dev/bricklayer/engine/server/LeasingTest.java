package dev.bricklayer.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.server.Heard.News;
import dev.bricklayer.mattermost.Allowance;
import dev.bricklayer.simulator.api.RateLimit;
import dev.bricklayer.simulator.api.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Copies that share one bucket meet the stand-in's rate limiter, in time that does not pass: they
 * use what it allows, and are hardly ever turned away.
 */
class LeasingTest {

  private static final ServerSettings LEARNING =
      new ServerSettings(0, 0, 10, 5, Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  /** Per second, burst, copies, seconds; calls of people a second out of the same bucket. */
  @ParameterizedTest
  @CsvSource({
    "10, 100, 2, 60, 0",
    "10, 100, 1, 60, 0",
    "10, 20,  2, 60, 0",
    "10, 100, 5, 60, 0",
    "50, 100, 2, 20, 0",
    "1, 10,   2, 120, 0",
    "10, 100, 2, 60, 3"
  })
  void copiesUseWhatIsAllowedAndAreHardlyEverTurnedAway(
      int perSecond, int burst, int copies, int seconds, int people) {
    World world = new World(new RateLimit(perSecond, burst), copies, people);

    world.run(Duration.ofSeconds(seconds));

    double allowed = burst + 1 + (double) perSecond * seconds;
    assertThat(world.passed / allowed).as("used").isGreaterThanOrEqualTo(0.97);
    assertThat(world.turnedAway / allowed).as("turned away").isLessThan(0.01);
    assertThat(world.peopleTurnedAway).isZero();
  }

  @Test
  void nothingIsLeasedUntilTheTimeThatWasAskedForHasPassed() {
    Leasing leasing = new Leasing(known(10, 20));
    News hold = new News(null, Duration.ofSeconds(7), 0);
    Bucket held = leasing.now(null, hold, START);

    assertThat(leasing.grant(held, 5).calls()).isZero();
    assertThat(leasing.grant(held, 5).again()).isEqualTo(Duration.ofSeconds(7));
    assertThat(leasing.grant(held.at(START.plusSeconds(7)), 5).calls()).isEqualTo(5);
  }

  @Test
  void aKnownLimitIsKeptWithoutAnyWordOfTheServer() {
    Leasing leasing = new Leasing(known(10, 0));
    Bucket full = leasing.now(null, new News(null, Duration.ZERO, 0), START);
    Bucket.Grant all = leasing.grant(full, 64);
    assertThat(all.calls()).isEqualTo(9);
    Bucket later = all.after().at(START.plusMillis(500));
    assertThat(leasing.grant(later, 64).calls()).isEqualTo(5);
  }

  @Test
  void whatWasLeasedAndNotUsedIsThereAgain() {
    Leasing leasing = new Leasing(known(10, 0));
    Bucket full = leasing.now(null, new News(null, Duration.ZERO, 0), START);
    Bucket after = leasing.grant(full, 9).after();
    Bucket again = leasing.now(after, new News(null, Duration.ZERO, 9), START);
    assertThat(leasing.grant(again, 9).calls()).isEqualTo(9);
  }

  private static ServerSettings known(double perSecond, int burst) {
    return new ServerSettings(
        perSecond, burst, 10, 5, Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  /** Who is where on the way between a copy and the server. */
  private record Event(long at, Runnable happens) {}

  /** A server, its limiter, and copies with more to send than it allows. */
  private static final class World {

    private final Random random = new Random(7);
    private final PriorityQueue<Event> events =
        new PriorityQueue<>((one, other) -> Long.compare(one.at(), other.at()));
    private final RateLimiter limiter;
    private final Leasing leasing = new Leasing(LEARNING);
    private final List<Ear> ears = new ArrayList<>();
    private long nanos;
    private @Nullable Bucket bucket;
    private long passed;
    private long turnedAway;
    private long peopleTurnedAway;

    World(RateLimit limit, int copies, int people) {
      this.limiter = new RateLimiter(limit, () -> nanos);
      for (int i = 0; i < copies; i++) {
        Ear ear = new Ear(() -> nanos);
        ears.add(ear);
        call(ear);
        in(Duration.ofMillis(40 + i), () -> round(ear, 64));
      }
      if (people > 0) {
        in(Duration.ofSeconds(1), () -> people(Duration.ofSeconds(1).dividedBy(people)));
      }
    }

    void run(Duration time) {
      while (!events.isEmpty() && events.peek().at() <= time.toNanos()) {
        Event next = events.remove();
        nanos = next.at();
        next.happens().run();
      }
    }

    /** As a copy does: it leases what it has senders for, and comes again when it may. */
    private void round(Ear ear, int senders) {
      News news = ear.take();
      bucket = leasing.now(bucket, news, now());
      int calls = Math.min(4, senders);
      Duration again = Duration.ofMillis(20);
      if (bucket != null) {
        Bucket.Grant grant = leasing.grant(bucket, senders);
        bucket = grant.after();
        calls = grant.calls();
        again = calls == 0 ? least(grant.again(), Duration.ofMillis(250)) : again;
      }
      for (int i = 0; i < calls; i++) {
        in(latency(), () -> call(ear));
      }
      in(again.plusNanos(1), () -> round(ear, senders));
    }

    private void call(Ear ear) {
      RateLimiter.Verdict verdict = limiter.ask("engines");
      if (verdict.passes()) {
        passed++;
      } else {
        turnedAway++;
      }
      Allowance said =
          new Allowance(
              verdict.limit(), (int) verdict.remaining(), Duration.ofSeconds(verdict.reset()));
      in(latency(), () -> ear.heard(said));
    }

    private void people(Duration every) {
      if (limiter.ask("engines").passes()) {
        passed++;
      } else {
        peopleTurnedAway++;
      }
      in(every, () -> people(every));
    }

    private Instant now() {
      return START.plusNanos(nanos);
    }

    private Duration latency() {
      return Duration.ofMillis(1 + random.nextInt(30));
    }

    private void in(Duration wait, Runnable happens) {
      events.add(new Event(nanos + wait.toNanos(), happens));
    }

    private static Duration least(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? one : other;
    }
  }
}
