package dev.bricklayer.systemtests.faults;

import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.testkit.SettableDatabaseClock;
import dev.bricklayer.testkit.checker.Checker;
import dev.bricklayer.testkit.checker.Evidence;
import dev.bricklayer.testkit.checker.Report;
import dev.bricklayer.testkit.checker.Report.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Engines as processes of their own, reminders that fall due all the time, and something that goes
 * wrong meanwhile. Whatever it was, it ends with the checker.
 */
final class Trial implements AutoCloseable {

  /** Longer than an occurrence in doubt needs to be settled, on a machine that is busy. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Jobs are written this long before the first falls due: claimed and armed meanwhile. */
  private static final Duration AHEAD = Duration.ofSeconds(2);

  private final Seed seed = Seed.fresh();
  private final Random random = seed.random();
  private final Fleet fleet;
  private final Reminders reminders;
  private final SettableDatabaseClock clock;

  private Trial(Fleet fleet, int engines, SettableDatabaseClock clock) throws Exception {
    this.fleet = fleet;
    this.clock = clock;
    for (int i = 0; i < engines; i++) {
      fleet.launch(ServiceName.ENGINE);
    }
    for (Fleet.Copy copy : fleet.living(ServiceName.ENGINE)) {
      copy.awaitReady();
    }
    this.reminders = new Reminders(fleet);
  }

  /**
   * Starts servers and engines.
   *
   * @param settings for every engine, as environment variables
   */
  static Trial with(int engines, Path directory, Map<String, String> settings) throws Exception {
    Fleet fleet = Fleet.servers(directory, settings);
    return begin(fleet, engines, null);
  }

  /** The same; the clock of the engine's database can be set. */
  static Trial withSettableClock(int engines, Path directory) throws Exception {
    Fleet fleet = Fleet.servers(directory, Map.of());
    return begin(fleet, engines, SettableDatabaseClock.in(fleet.database(ServiceName.ENGINE)));
  }

  private static Trial begin(Fleet fleet, int engines, SettableDatabaseClock clock)
      throws Exception {
    try {
      return new Trial(fleet, engines, clock);
    } catch (Exception e) {
      fleet.close();
      throw e;
    }
  }

  /** The database's clock, where it can be set. */
  SettableDatabaseClock clock() {
    return clock;
  }

  Fleet fleet() {
    return fleet;
  }

  Random random() {
    return random;
  }

  Reminders reminders() {
    return reminders;
  }

  /** So many reminders a second from soon on, for so long. */
  void remind(int perSecond, Duration howLong) {
    int count = (int) (perSecond * howLong.toMillis() / 1000);
    reminders.plant(count, reminders.now().plus(AHEAD), howLong);
  }

  /** Returns when so many more are final, or all are. */
  void awaitMore(int more) {
    int goal = reminders.settled() + more;
    await("that something is posted")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> reminders.settled() >= goal || reminders.areOver());
  }

  /** Returns when the database's clock shows this. */
  void awaitTime(Instant instant) {
    await().atMost(PATIENCE).ignoreExceptions().until(() -> reminders.now().isAfter(instant));
  }

  /** Returns when so much time has passed by the database's clock: a fault lasts so long. */
  void awaitPassed(Duration duration) {
    awaitTime(reminders.now().plus(duration));
  }

  List<Fleet.Copy> engines() {
    return fleet.living(ServiceName.ENGINE);
  }

  Fleet.Copy anyEngine() {
    return engines().get(random.nextInt(engines().size()));
  }

  /** Nothing goes wrong any more: everything ends, and nothing is found. */
  Report ends() {
    return ends(PATIENCE);
  }

  /** As {@link #ends()}, where so much is due that it takes its time. */
  Report ends(Duration patience) {
    await("that all is settled")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(reminders::areOver);
    Evidence evidence = reminders.evidence();
    Report report = Checker.check(clock == null ? evidence : evidence.clocksApart());
    System.out.printf("%s: %s%n", seed, report.endings());
    if (fleet.mattermost().forgottenPosts() > 0) {
      throw new AssertionError("the stand-in forgot posts, so nothing can be said");
    }
    return report.clean();
  }

  /** As {@link #ends}, and every reminder was posted. */
  void endsWithEachPosted() {
    Report report = ends();
    if (report.count(Ending.POSTED) != reminders.size()) {
      throw new AssertionError(
          "%d reminders, %s, %s".formatted(reminders.size(), report.endings(), seed));
    }
  }

  @Override
  public void close() throws IOException {
    fleet.close();
  }

  @Override
  public String toString() {
    return seed.toString();
  }
}
