package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.engine.delivery.Disturbance.Kind;
import dev.bricklayer.engine.delivery.Disturbance.Mood;
import dev.bricklayer.engine.delivery.SimulatedStore.JobRow;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.testkit.checker.Checker;
import dev.bricklayer.testkit.checker.Content;
import dev.bricklayer.testkit.checker.Evidence;
import dev.bricklayer.testkit.checker.Finding;
import dev.bricklayer.testkit.checker.JobHistory;
import dev.bricklayer.testkit.checker.LedgerRow;
import dev.bricklayer.testkit.checker.Moment;
import dev.bricklayer.testkit.checker.Reckoning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One history of the engine's core, in one thread and in no time: two copies that lead, claim, arm,
 * publish and deliver, on a store, a bus and a Mattermost that are simulated, while what is ordered
 * goes wrong. What is decided is decided by the engine's own code. With the same seed and the same
 * disturbances it is the same history; the checker judges it.
 */
final class Simulation {

  static final Instant START = Instant.parse("2026-11-22T11:59:45Z");

  /** What is due until then is judged. */
  static final Duration LASTS = Duration.ofSeconds(200);

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final List<String> RULES = List.of("* * * * *", "*/2 * * * *", "* * * * *");
  private static final ScheduleSpec OTHER = ScheduleSpec.ofCron("*/2 * * * *", "UTC");

  /** At most so late at the hand-over, across the death of a leader, and a little more. */
  private static final int LATEST = 3_500;

  private final Random random;
  private final Sabotage sabotage;
  private final boolean noted;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private final List<String> notes = new ArrayList<>();
  private final SimulatedStore store = new SimulatedStore(this);
  private final SimulatedBus bus = new SimulatedBus(this);
  private final SimulatedMattermost mattermost = new SimulatedMattermost(this);
  private final List<SimulatedEngine> engines;
  private final List<JobId> jobs;
  private final List<JobHistory> histories = new ArrayList<>();
  private final List<Finding> late = new ArrayList<>();

  /** Jobs in the hand of a change: a second one is refused. */
  private final Set<Integer> locked = new HashSet<>();

  private boolean clockWasSet;
  private Duration ahead = Duration.ZERO;
  private long now;
  private long numbers;

  /** What is taken away from the engine. */
  enum Sabotage {
    NONE,
    NO_FENCE,
    NO_LEDGER,
    NO_HAND_OVER,
    NO_READ_BACK
  }

  private record Event(long at, long number, Runnable work) {}

  /** What became of it. */
  record Result(List<Finding> findings, List<String> notes) {}

  private Simulation(long seed, Sabotage sabotage, boolean noted) {
    this.random = new Random(seed);
    this.sabotage = sabotage;
    this.noted = noted;
    this.engines = List.of(new SimulatedEngine(this, 0), new SimulatedEngine(this, 1));
    this.jobs = RULES.stream().map(this::job).toList();
  }

  /** Lives it to its end. */
  static Result run(long seed, List<Disturbance> disturbances, Sabotage sabotage) {
    return new Simulation(seed, sabotage, false).run(disturbances);
  }

  /** The same, and notes what happens. */
  static Result runAndNote(long seed, List<Disturbance> disturbances, Sabotage sabotage) {
    return new Simulation(seed, sabotage, true).run(disturbances);
  }

  private Result run(List<Disturbance> disturbances) {
    engines.forEach(SimulatedEngine::start);
    disturbances.forEach(each -> in((int) each.at().toMillis(), () -> happen(each)));
    eachInstant().forEach(at -> in((int) (at + LATEST), () -> checkHandOver(at)));
    while (now < PATIENCE.toMillis() && !isOver()) {
      Event next = events.remove();
      now = next.at();
      next.work().run();
    }
    List<Finding> findings = new ArrayList<>(Checker.check(evidence()).findings());
    findings.addAll(late);
    return new Result(findings, notes);
  }

  private boolean isOver() {
    return now > LASTS.toMillis() && now % 16 == 0 && store.isQuiet(end());
  }

  private Evidence evidence() {
    Evidence all = Evidence.between(START, end(), histories, store.rows(), mattermost.posts());
    return clockWasSet ? all.clocksApart() : all;
  }

  private static Instant end() {
    return START.plus(LASTS);
  }

  // --- for those who live in it

  void in(int millis, Runnable work) {
    events.add(new Event(now + millis, numbers++, work));
  }

  long millis() {
    return now;
  }

  /** As it is for Mattermost, and for everybody's monotonic clock. */
  Instant time() {
    return START.plusMillis(now);
  }

  Instant databaseTime() {
    return time().plus(ahead);
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  Random random() {
    return random;
  }

  Sabotage sabotage() {
    return sabotage;
  }

  SimulatedStore store() {
    return store;
  }

  SimulatedBus bus() {
    return bus;
  }

  SimulatedMattermost mattermost() {
    return mattermost;
  }

  List<SimulatedEngine> engines() {
    return engines;
  }

  void note(Supplier<String> what) {
    if (noted) {
      notes.add("%7.3f %s".formatted(now / 1000.0, what.get()));
    }
  }

  // --- what happens

  private void happen(Disturbance disturbance) {
    note(disturbance::toString);
    switch (disturbance) {
      case Disturbance.Kill(_, var engine, var away) -> engines.get(engine).kill(away);
      case Disturbance.Freeze(_, var engine, var lasting) -> engines.get(engine).freeze(lasting);
      case Disturbance.Mattermost(_, var lasting, var mood) -> {
        mattermost.be(mood);
        in((int) lasting.toMillis(), () -> mattermost.be(Mood.FINE));
      }
      case Disturbance.BusAway(_, var lasting) -> bus.awayFor(lasting.toMillis());
      case Disturbance.Redelivery _ -> bus.bringAgain();
      case Disturbance.ClockStep(_, var by) -> {
        ahead = ahead.plus(by);
        clockWasSet = true;
      }
      case Disturbance.Change(_, var job, var kind) -> change(job, kind);
    }
  }

  private void change(int job, Kind kind) {
    if (locked.add(job)) {
      make(job, kind, databaseTime());
    }
  }

  /** Some copy makes the change, as soon as one is up; its answer takes a moment. */
  private void make(int job, Kind kind, Instant asked) {
    if (engines.stream().noneMatch(SimulatedEngine::isUp)) {
      in(100, () -> make(job, kind, asked));
      return;
    }
    in(
        upTo(30),
        () -> {
          UnaryOperator<JobHistory> change = change(job, kind, asked);
          in(
              upTo(30),
              () -> {
                histories.set(job, change.apply(histories.get(job)));
                locked.remove(job);
              });
        });
  }

  private UnaryOperator<JobHistory> change(int number, Kind kind, Instant asked) {
    JobRow job = store.job(jobs.get(number));
    if (job == null || job.deleted || !isPossible(kind, job.paused)) {
      return history -> history;
    }
    note(() -> kind + " of job " + number);
    switch (kind) {
      case REWORD -> job.text = job.text + "!";
      case RESCHEDULE -> store.replan(job, Schedule.of(OTHER), false);
      case PAUSE -> store.replan(job, job.schedule, true);
      case RESUME -> store.replan(job, job.schedule, false);
      case DELETE -> store.delete(job);
    }
    Content content =
        Content.of(job.text, SimulatedStore.CHANNEL, Reckoning.of(job.schedule.toSpec()));
    return switch (kind) {
      case REWORD, RESCHEDULE, RESUME ->
          history -> history.edited(new Moment(asked, databaseTime()), content);
      case PAUSE, DELETE -> history -> history.silenced(new Moment(asked, databaseTime()));
    };
  }

  private static boolean isPossible(Kind kind, boolean paused) {
    return kind == Kind.DELETE || paused == (kind == Kind.RESUME);
  }

  private JobId job(String cron) {
    JobId id = new JobId(new UUID(random.nextLong(), random.nextLong()));
    ScheduleSpec spec = ScheduleSpec.ofCron(cron, "UTC");
    Schedule schedule = Schedule.of(spec);
    Instant next = schedule.nextAfter(START).orElseThrow();
    String text = "Reminder " + histories.size();
    store.plan(new JobRow(id, new BotId(id.value()), schedule, text, next));
    histories.add(
        JobHistory.created(
            id.value(),
            Moment.at(START.minusSeconds(1)),
            Content.of(text, SimulatedStore.CHANNEL, Reckoning.of(spec))));
    return id;
  }

  // --- the hand-over

  private static List<Long> eachInstant() {
    Instant first = Instant.parse("2026-11-22T12:00:00Z");
    return IntStream.range(0, 3)
        .mapToObj(i -> Duration.between(START, first.plusSeconds(60L * i)).toMillis())
        .toList();
  }

  /**
   * What is READY now and was due a while ago was not handed over in time. Nothing is said where
   * Kafka was away, a clock was set, or no copy was up all the while.
   */
  private void checkHandOver(long due) {
    boolean wasUp = engines.stream().anyMatch(e -> e.wasUpSince(due - 1_000));
    if (!wasUp || !bus.wasThereSince(due) || clockWasSet) {
      return;
    }
    Instant at = START.plusMillis(due);
    store.rows().stream()
        .filter(row -> row.plannedAt().equals(at) && row.state() == LedgerRow.State.READY)
        .filter(row -> bus.handedOverAt(occurrence(row)) == null)
        .forEach(row -> late.add(new Finding.Late(row.job(), at, time())));
  }

  private static Occurrence occurrence(LedgerRow row) {
    return new Occurrence(new JobId(row.job()), new BotId(row.job()), row.plannedAt());
  }
}
