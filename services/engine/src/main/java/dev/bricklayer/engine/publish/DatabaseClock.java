package dev.bricklayer.engine.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's time without asking each time: by the last sample and the time that passed since
 * on this machine's monotonic clock.
 *
 * <p>It shows a time that the database has certainly reached: the sample is taken to be as old as
 * the whole question took. So what waits for it is never early, and late by the round trip at most.
 */
@Component
public class DatabaseClock {

  private static final String NOW =
      """
      select clock_timestamp()
      """;

  /** Several questions, the quickest answer counts: it says most exactly when it was given. */
  private static final int QUESTIONS = 3;

  /** A wall clock that moved this much against the monotonic one was set. */
  private static final Duration STEP = Duration.ofMillis(2);

  private final JdbcClient jdbc;
  private volatile Sample sample;

  DatabaseClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.sample = best();
  }

  /**
   * What the database said.
   *
   * @param time its answer
   * @param heardAt when the answer was here, on the monotonic clock
   * @param roundTrip from question to answer, in nanoseconds
   * @param wallOffset the wall clock less the monotonic one, in nanoseconds
   */
  private record Sample(Instant time, long heardAt, long roundTrip, long wallOffset) {}

  /** The database's time, or a little less. */
  public Instant now() {
    Sample last = sample;
    return last.time().plusNanos(System.nanoTime() - last.heardAt());
  }

  /** Asks the database. */
  public void sample() {
    sample = best();
  }

  /** Asks the database if its last answer is older than that. */
  public void sampleIfOlderThan(Duration age) {
    if (System.nanoTime() - sample.heardAt() > age.toNanos()) {
      sample();
    }
  }

  /**
   * Asks the database if a clock was set since its last answer: where it runs on this machine, its
   * clock was set, too.
   */
  void sampleAfterAStep() {
    if (Math.abs(wallOffset() - sample.wallOffset()) > STEP.toNanos()) {
      sample();
    }
  }

  private Sample best() {
    Sample best = ask();
    for (int i = 1; i < QUESTIONS; i++) {
      Sample next = ask();
      best = next.roundTrip() <= best.roundTrip() ? next : best;
    }
    return best;
  }

  private Sample ask() {
    long asked = System.nanoTime();
    Instant time = jdbc.sql(NOW).query(OffsetDateTime.class).single().toInstant();
    long heard = System.nanoTime();
    return new Sample(time, heard, heard - asked, wallOffset());
  }

  private static long wallOffset() {
    Instant wall = Instant.now();
    return wall.getEpochSecond() * 1_000_000_000L + wall.getNano() - System.nanoTime();
  }
}
