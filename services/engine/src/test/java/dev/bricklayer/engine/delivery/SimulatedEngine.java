package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.delivery.Simulation.Sabotage;
import dev.bricklayer.engine.lease.Lease;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One copy of the engine: what it does between its transactions and its calls, with its memory.
 * What it decides is decided by the engine's own code.
 */
final class SimulatedEngine {

  private static final int LOOK = 250;
  private static final int SAMPLE_AGE = 2_000;

  private final Simulation world;
  private final int number;
  private final AfterPost afterPost;
  private final AfterLook afterLook;
  private final Set<Armed> armed = new HashSet<>();
  private int life;
  private boolean alive;
  private long frozenUntil;
  private long upSince;
  private UUID holder = new UUID(0, 0);
  private Lease lease;
  private Duration clockOff = Duration.ZERO;
  private long sampledAt;

  SimulatedEngine(Simulation world, int number) {
    this.world = world;
    this.number = number;
    Backoff backoff =
        new Backoff(
            Deliveries.USUAL.firstBackoff(), Deliveries.USUAL.longestBackoff(), world.random());
    this.afterPost = new AfterPost(backoff, Deliveries.USUAL);
    this.afterLook = new AfterLook(backoff, Deliveries.USUAL);
  }

  /** Waits in memory; each is itself, so that what was disarmed is not published. */
  private static final class Armed {
    final Occurrence occurrence;

    Armed(Occurrence occurrence) {
      this.occurrence = occurrence;
    }
  }

  // --- life and death

  void start() {
    if (alive) {
      return;
    }
    alive = true;
    life++;
    frozenUntil = 0;
    upSince = world.millis();
    holder = new UUID(number, life);
    lease = null;
    armed.clear();
    sample();
    in(world.upTo(LOOK), this::look);
    in(world.upTo(LOOK), this::serveLine);
  }

  void kill(Duration away) {
    alive = false;
    armed.clear();
    world.in((int) away.toMillis(), this::start);
  }

  void freeze(Duration lasting) {
    if (alive) {
      frozenUntil = Math.max(frozenUntil, world.millis() + lasting.toMillis());
      upSince = frozenUntil;
    }
  }

  boolean isUp() {
    return alive && world.millis() >= frozenUntil;
  }

  boolean isAlive() {
    return alive;
  }

  boolean wasUpSince(long millis) {
    return isUp() && upSince <= millis;
  }

  /** Later, unless it is dead by then; when it stands still, once it goes on. */
  private void in(int millis, Runnable work) {
    int during = life;
    world.in(millis, () -> attempt(during, work));
  }

  private void attempt(int during, Runnable work) {
    if (!alive || life != during) {
      return;
    }
    if (world.millis() < frozenUntil) {
      int left = (int) (frozenUntil - world.millis());
      world.in(left + world.upTo(5), () -> attempt(during, work));
    } else {
      work.run();
    }
  }

  // --- the leader

  private void look() {
    if (lease == null) {
      world.store().take(holder).ifPresent(taken -> in(world.upTo(10), () -> takeOver(taken)));
    } else {
      round(lease);
    }
    in(LOOK, this::look);
  }

  private void takeOver(Lease taken) {
    sample();
    armed.clear();
    lease = taken;
    note(() -> "leads in epoch " + taken.epoch());
    if (world.sabotage() != Sabotage.NO_HAND_OVER) {
      arm(world.store().unpublished());
    }
  }

  private void round(Lease held) {
    if (world.millis() - sampledAt > SAMPLE_AGE) {
      sample();
    }
    armOrStepDown(world.store().claim(held));
    if (lease != null) {
      armOrStepDown(world.store().sweep(held));
    }
  }

  private void armOrStepDown(Optional<List<Occurrence>> claimed) {
    if (claimed.isEmpty()) {
      note(() -> "steps down");
      lease = null;
      armed.clear();
    } else if (!claimed.get().isEmpty()) {
      in(world.upTo(3), () -> arm(claimed.get()));
    }
  }

  /** The database's clock as this copy believes it to be. */
  private Instant believed() {
    return world.time().plus(clockOff);
  }

  private void sample() {
    clockOff = Duration.between(world.time(), world.databaseTime());
    sampledAt = world.millis();
  }

  private void arm(Collection<Occurrence> occurrences) {
    occurrences.stream().map(Armed::new).forEach(this::await);
  }

  private void await(Armed each) {
    armed.add(each);
    long wait = Duration.between(believed(), each.occurrence.plannedAt()).toMillis();
    in(Math.clamp(wait, 0, 1_000), () -> publish(each));
  }

  private void publish(Armed each) {
    if (!armed.remove(each)) {
      return;
    }
    if (each.occurrence.plannedAt().isAfter(believed())) {
      await(each);
    } else if (world.bus().send(each.occurrence)) {
      in(100 + world.upTo(50), () -> world.store().mark(each.occurrence));
    } else {
      armed.add(each);
      in(500, () -> publish(each));
    }
  }

  // --- delivery

  private void serveLine() {
    world.store().next().ifPresent(next -> in(world.upTo(5), () -> take(next)));
    in(LOOK, this::serveLine);
  }

  /** Kafka brings it; it is done with when it is taken or in line. */
  void bring(Occurrence occurrence, Runnable done) {
    in(
        world.upTo(10),
        () -> {
          if (world.upTo(10) == 0) {
            world.store().queue(occurrence);
          } else {
            take(occurrence);
          }
          in(world.upTo(5), done);
        });
  }

  private void take(Occurrence occurrence) {
    world.store().take(occurrence).ifPresent(sending -> in(world.upTo(20), () -> visit(sending)));
  }

  private void visit(Sending sending) {
    note(() -> "visits for " + sending.occurrence().plannedAt());
    if (sending.inDoubt()) {
      look(sending, sighting -> next(sending, afterLook.of(sighting, sending)));
    } else {
      post(sending);
    }
  }

  private void next(Sending sending, AfterLook.Next next) {
    switch (next) {
      case AfterLook.Learnt(var outcome) -> record(sending, outcome);
      case AfterLook.Send _ -> in(world.upTo(5), () -> post(sending));
      case AfterLook.LookOnceMore _ ->
          in((int) Deliveries.USUAL.betweenLooks().toMillis(), () -> lookOnceMore(sending));
    }
  }

  private void lookOnceMore(Sending sending) {
    look(sending, sighting -> record(sending, afterLook.ofSecond(sighting, sending)));
  }

  private void post(Sending sending) {
    if (sending.isStale(Deliveries.USUAL)) {
      world.store().takeAgain(sending).ifPresent(this::visit);
      return;
    }
    world
        .mattermost()
        .post(
            sending.occurrence(),
            sending.channel().value(),
            sending.text(),
            answer -> in(0, () -> hear(sending, answer)));
  }

  private void hear(Sending sending, Answer<Post> answer) {
    Outcome outcome = afterPost.of(answer, sending);
    note(() -> "hears " + outcome);
    if (answer instanceof Answer.Ambiguous<Post>) {
      look(sending, sighting -> record(sending, afterLook.ofDoubt(sighting, outcome)));
    } else {
      record(sending, outcome);
    }
  }

  private void look(Sending sending, Consumer<Sighting> then) {
    world
        .mattermost()
        .look(
            sending.occurrence(),
            sending.channel().value(),
            sighting -> in(0, () -> then.accept(seen(sighting))));
  }

  private Sighting seen(Sighting sighting) {
    return world.sabotage() == Sabotage.NO_READ_BACK ? new Sighting.Absent() : sighting;
  }

  private void record(Sending sending, Outcome outcome) {
    note(() -> "records " + outcome);
    in(world.upTo(10), () -> world.store().record(sending, outcome));
  }

  private void note(Supplier<String> what) {
    world.note(() -> "engine " + number + " " + what.get());
  }
}
