package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.engine.claim.SimulatedClaim;
import dev.bricklayer.engine.claim.SimulatedClaim.Claimed;
import dev.bricklayer.engine.delivery.Simulation.Sabotage;
import dev.bricklayer.engine.lease.Lease;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.engine.ledger.OccurrenceState;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.testkit.checker.LedgerRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The engine's database: rows, and what its statements do to them. Each method is one transaction.
 */
final class SimulatedStore {

  static final String CHANNEL = "release";

  private static final String LATE = "\n\n_Late: this was due before._";
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration LOOK_AFTER = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofHours(1);
  private static final BotAccount ACCOUNT = new BotAccount("bot", "standup");
  private static final Credentials TOKEN = new Credentials.OwnToken(new SealedToken("1", "x"));

  private final Simulation world;
  private final Map<JobId, JobRow> jobs = new LinkedHashMap<>();
  private final Map<Occurrence, Row> ledger = new LinkedHashMap<>();
  private UUID holder = new UUID(0, 0);
  private long epoch;
  private Instant until = Instant.MIN;

  SimulatedStore(Simulation world) {
    this.world = world;
  }

  /** A job with its schedule. */
  static final class JobRow {
    final JobId id;
    final BotId bot;
    Schedule schedule;
    String text;
    Instant nextFireAt;
    boolean paused;
    boolean deleted;

    JobRow(JobId id, BotId bot, Schedule schedule, String text, Instant nextFireAt) {
      this.id = id;
      this.bot = bot;
      this.schedule = schedule;
      this.text = text;
      this.nextFireAt = nextFireAt;
    }
  }

  /** An occurrence's row. */
  private static final class Row {
    final Occurrence occurrence;
    OccurrenceState state;
    boolean late;
    int attempt;
    Instant lookAt;
    Instant waitsUntil;
    Instant publishedAt;
    Instant sendingUntil;
    Instant doubtSince;
    OccurrenceState withdrawn;
    String post;
    String reason;
    Instant finalAt;
    SimulatedClaim.Run run;

    Row(Occurrence occurrence, OccurrenceState state) {
      this.occurrence = occurrence;
      this.state = state;
    }

    boolean is(OccurrenceState other) {
      return state == other;
    }

    void end(OccurrenceState how, String why, Instant now) {
      state = how;
      reason = why;
      finalAt = now;
      lookAt = null;
      sendingUntil = null;
    }
  }

  private Instant now() {
    return world.databaseTime();
  }

  // --- leadership

  Optional<Lease> take(UUID engine) {
    if (!until.isBefore(now())) {
      return Optional.empty();
    }
    holder = engine;
    epoch++;
    until = now().plus(LEASE);
    return Optional.of(new Lease(0, engine, epoch));
  }

  private boolean fence(Lease lease) {
    if (lease.holder().equals(holder) && lease.epoch() == epoch) {
      until = now().plus(LEASE);
      return true;
    }
    return world.sabotage() == Sabotage.NO_FENCE;
  }

  // --- claim, mark, sweep

  void plan(JobRow job) {
    jobs.put(job.id, job);
  }

  JobRow job(JobId id) {
    return jobs.get(id);
  }

  /** Empty when somebody else leads by now. */
  Optional<List<Occurrence>> claim(Lease lease) {
    if (!fence(lease)) {
      return Optional.empty();
    }
    List<Occurrence> fire = new ArrayList<>();
    Instant horizon = now().plus(SimulatedClaim.horizon());
    for (JobRow job : jobs.values()) {
      if (job.nextFireAt != null && job.nextFireAt.isBefore(horizon)) {
        fire.addAll(claim(job));
      }
    }
    return Optional.of(fire);
  }

  private List<Occurrence> claim(JobRow job) {
    Claimed claimed =
        SimulatedClaim.of(
            new Occurrence(job.id, job.bot, job.nextFireAt), job.schedule, now(), Missed.DEFAULT);
    SimulatedClaim.Run run = claimed.missed();
    if (run != null) {
      Row row = new Row(new Occurrence(job.id, job.bot, run.last()), OccurrenceState.MISSED);
      row.run = run;
      row.finalAt = now();
      ledger.putIfAbsent(row.occurrence, row);
    }
    for (Occurrence occurrence : claimed.fire()) {
      Row row = new Row(occurrence, OccurrenceState.READY);
      row.late = claimed.late();
      Instant at = occurrence.plannedAt();
      row.lookAt = (at.isBefore(now()) ? now() : at).plus(LOOK_AFTER);
      ledger.putIfAbsent(occurrence, row);
    }
    job.nextFireAt = claimed.next();
    return claimed.fire();
  }

  void mark(Occurrence occurrence) {
    Row row = ledger.get(occurrence);
    if (row != null && row.is(OccurrenceState.READY)) {
      row.publishedAt = now();
    }
  }

  List<Occurrence> unpublished() {
    return ledger.values().stream()
        .filter(row -> row.is(OccurrenceState.READY) && row.publishedAt == null)
        .map(row -> row.occurrence)
        .toList();
  }

  /** Empty when somebody else leads by now. */
  Optional<List<Occurrence>> sweep(Lease lease) {
    if (!fence(lease)) {
      return Optional.empty();
    }
    List<Occurrence> still = new ArrayList<>();
    for (Row row : ledger.values()) {
      if (isPast(row.lookAt)) {
        row.state = row.is(OccurrenceState.RETRY) ? OccurrenceState.READY : row.state;
        row.publishedAt = null;
        row.lookAt = now().plus(LOOK_AFTER);
        still.add(row.occurrence);
      }
    }
    return Optional.of(still);
  }

  private boolean isPast(Instant time) {
    return time != null && !time.isAfter(now());
  }

  // --- the waiting line

  void queue(Occurrence occurrence) {
    Row row = ledger.get(occurrence);
    if (row != null && row.is(OccurrenceState.READY)) {
      await(row, now());
    }
  }

  private static void await(Row row, Instant until) {
    row.state = OccurrenceState.RETRY;
    row.waitsUntil = until;
    row.lookAt = until.plus(LONG);
  }

  Optional<Occurrence> next() {
    for (Row row : ledger.values()) {
      if (row.is(OccurrenceState.RETRY) && isPast(row.waitsUntil)) {
        row.state = OccurrenceState.READY;
        row.publishedAt = now();
        row.lookAt = now().plus(LOOK_AFTER);
        return Optional.of(row.occurrence);
      }
    }
    return Optional.empty();
  }

  // --- delivery

  Optional<Sending> take(Occurrence occurrence) {
    Row row = ledger.get(occurrence);
    if (row == null) {
      return Optional.empty();
    }
    JobRow job = jobs.get(occurrence.jobId());
    JobNow known = job == null ? null : known(job);
    return switch (decision(row, known)) {
      case Taking.Leave _ -> Optional.empty();
      case Taking.NotYet _ -> {
        await(row, occurrence.plannedAt());
        yield Optional.empty();
      }
      case Taking.Send(var late) ->
          Optional.of(sending(row, late ? job.text + LATE : job.text, now(), false));
      case Taking.Settle _ -> settle(row, known);
      case Taking.Miss _ -> end(row, OccurrenceState.MISSED, "too late");
      case Taking.Cancel _ -> end(row, OccurrenceState.CANCELLED, "gone");
      case Taking.Withdraw(var how) -> end(row, how, "changed");
      case Taking.Stopped(var why) -> end(row, OccurrenceState.FAILED, why.word());
      case Taking.GiveUp _ -> end(row, OccurrenceState.FAILED, "given up");
    };
  }

  private Taking decision(Row row, JobNow job) {
    return world.sabotage() == Sabotage.NO_LEDGER && job != null
        ? new Taking.Send(false)
        : Taking.of(row.occurrence.plannedAt(), entry(row), job, Deliveries.USUAL);
  }

  private Optional<Sending> settle(Row row, JobNow job) {
    if (job == null || row.doubtSince == null) {
      return end(row, OccurrenceState.UNKNOWN, "its job went while it was being sent");
    }
    String text = row.late ? job.text() + LATE : job.text();
    return Optional.of(sending(row, text, row.doubtSince, true));
  }

  private Sending sending(Row row, String text, Instant firstTry, boolean inDoubt) {
    Sending sending =
        new Sending(
            row.occurrence,
            row.attempt + 1,
            text,
            new ChannelId(CHANNEL),
            ACCOUNT,
            Set.of(),
            TOKEN,
            1,
            firstTry,
            inDoubt,
            row.withdrawn == null,
            false,
            now(),
            stopwatch());
    row.state = OccurrenceState.SENDING;
    row.attempt++;
    row.sendingUntil = now().plus(Deliveries.USUAL.sendingFor());
    row.lookAt = row.sendingUntil;
    row.doubtSince = row.doubtSince == null ? now() : row.doubtSince;
    return sending;
  }

  private Stopwatch stopwatch() {
    long started = world.millis();
    return () -> Duration.ofMillis(world.millis() - started);
  }

  private Optional<Sending> end(Row row, OccurrenceState how, String why) {
    if (row.lookAt != null) {
      row.end(how, why, now());
    }
    return Optional.empty();
  }

  /** As the sender who took it, while it is still that one's. */
  Optional<Sending> takeAgain(Sending sending) {
    Row row = ledger.get(sending.occurrence());
    if (!isMine(row, sending)) {
      return Optional.empty();
    }
    if (sending.inDoubt()) {
      row.sendingUntil = now();
    } else {
      handBack(row, null);
    }
    return take(sending.occurrence());
  }

  void record(Sending sending, Outcome outcome) {
    Row row = ledger.get(sending.occurrence());
    switch (outcome) {
      case Outcome.Posted(var post) -> {
        if (row.lookAt != null && row.attempt == sending.attempt()) {
          row.post = post.value();
          row.end(OccurrenceState.SENT, null, now());
        }
      }
      case Outcome.Again(var after, _) -> {
        if (isMine(row, sending)) {
          row.sendingUntil = null;
          row.doubtSince = null;
          await(row, now().plus(after));
        }
      }
      case Outcome.Doubtful(var after, _) -> {
        if (isMine(row, sending)) {
          row.sendingUntil = now().plus(after);
          row.lookAt = row.sendingUntil;
        }
      }
      case Outcome.ProvenAbsent _ -> {
        if (isMine(row, sending)) {
          handBack(row, "an earlier try came to nothing");
        }
      }
      case Outcome.Refused(_, var why) -> endMine(row, sending, OccurrenceState.FAILED, why);
      case Outcome.Unknowable(_, var why) -> endMine(row, sending, OccurrenceState.UNKNOWN, why);
    }
  }

  private void endMine(Row row, Sending sending, OccurrenceState how, String why) {
    if (row.lookAt != null && row.attempt == sending.attempt()) {
      row.end(how, why, now());
    }
  }

  private static boolean isMine(Row row, Sending sending) {
    return row.is(OccurrenceState.SENDING) && row.attempt == sending.attempt();
  }

  private void handBack(Row row, String why) {
    row.state = OccurrenceState.READY;
    row.sendingUntil = null;
    row.doubtSince = null;
    row.publishedAt = null;
    row.reason = why;
    row.lookAt = now();
  }

  private LedgerEntry entry(Row row) {
    List<Row> later =
        ledger.values().stream()
            .filter(other -> other.occurrence.jobId().equals(row.occurrence.jobId()))
            .filter(other -> other.occurrence.plannedAt().isAfter(row.occurrence.plannedAt()))
            .filter(other -> isPast(other.occurrence.plannedAt()))
            .toList();
    return new LedgerEntry(
        row.state,
        row.late,
        row.attempt,
        row.sendingUntil,
        row.doubtSince,
        new ChannelId(CHANNEL),
        later.size(),
        later.stream().anyMatch(other -> other.late),
        row.withdrawn,
        null);
  }

  private JobNow known(JobRow job) {
    return new JobNow(
        job.bot,
        job.text,
        new ChannelId(CHANNEL),
        Missed.DEFAULT,
        "",
        null,
        job.nextFireAt,
        null,
        ACCOUNT,
        Set.of(),
        TOKEN,
        1,
        null,
        now());
  }

  // --- changes, as JobPlans makes them

  void replan(JobRow job, Schedule schedule, boolean paused) {
    claimOverdue(job);
    job.schedule = schedule;
    job.paused = paused;
    job.nextFireAt = paused ? null : schedule.nextAfter(now()).orElse(null);
    OccurrenceState end = paused ? OccurrenceState.CANCELLED : OccurrenceState.SUPERSEDED;
    for (Row row : of(job)) {
      boolean wanted = !paused && has(schedule, row.occurrence.plannedAt());
      if (row.lookAt != null && wanted) {
        row.withdrawn = null;
      } else if (row.lookAt != null) {
        takeBack(row, end);
      } else if (wanted && isTakenBackAhead(row)) {
        revive(row);
      }
    }
  }

  void delete(JobRow job) {
    claimOverdue(job);
    boolean beingSent = of(job).stream().anyMatch(row -> row.is(OccurrenceState.SENDING));
    of(job).stream()
        .filter(row -> row.lookAt != null)
        .forEach(row -> takeBack(row, OccurrenceState.CANCELLED));
    job.deleted = true;
    job.nextFireAt = null;
    job.text = "";
    if (!beingSent) {
      jobs.remove(job.id);
    }
  }

  private void claimOverdue(JobRow job) {
    while (isPast(job.nextFireAt)) {
      claim(job).forEach(occurrence -> ledger.get(occurrence).lookAt = now());
    }
  }

  private List<Row> of(JobRow job) {
    return ledger.values().stream().filter(row -> row.occurrence.jobId().equals(job.id)).toList();
  }

  private static boolean has(Schedule schedule, Instant instant) {
    return schedule.nextAfter(instant.minusMillis(1)).filter(instant::equals).isPresent();
  }

  private boolean isTakenBackAhead(Row row) {
    return (row.is(OccurrenceState.SUPERSEDED) || row.is(OccurrenceState.CANCELLED))
        && row.occurrence.plannedAt().isAfter(now());
  }

  private void takeBack(Row row, OccurrenceState end) {
    if (row.is(OccurrenceState.SENDING)) {
      row.withdrawn = end;
    } else {
      row.end(end, "the job was changed", now());
    }
  }

  private static void revive(Row row) {
    row.state = OccurrenceState.READY;
    row.withdrawn = null;
    row.finalAt = null;
    row.reason = null;
    row.publishedAt = null;
    row.late = false;
    row.lookAt = row.occurrence.plannedAt().plus(LOOK_AFTER);
  }

  // --- for the judgement

  boolean isQuiet(Instant before) {
    return ledger.values().stream()
            .noneMatch(r -> r.lookAt != null && r.occurrence.plannedAt().isBefore(before))
        && jobs.values().stream()
            .noneMatch(job -> job.nextFireAt != null && job.nextFireAt.isBefore(before));
  }

  List<LedgerRow> rows() {
    return ledger.values().stream()
        .map(
            row ->
                new LedgerRow(
                    row.occurrence.jobId().value(),
                    row.occurrence.plannedAt(),
                    LedgerRow.State.valueOf(row.state.name()),
                    row.run == null ? null : row.run.first(),
                    row.run == null ? 1 : row.run.count(),
                    row.doubtSince,
                    row.finalAt,
                    row.post,
                    row.reason))
        .toList();
  }
}
