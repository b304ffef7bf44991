package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes the calls of the calling reactions: right after the transaction that intended them, or
 * beside it where they only look and can be foreseen, on a virtual thread each; again, after a
 * backoff, when they were not answered; in place of another copy that gave no sign of life.
 */
final class Calls {

  private static final Logger log = LoggerFactory.getLogger(Calls.class);
  private static final Backoff BETWEEN_ATTEMPTS =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
  private static final Backoff BETWEEN_CONCLUSIONS =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
  private static final int TRIES_OF_A_BUG = 3;

  private final Map<String, CallingReaction<?, ?, ?>> reactions = new HashMap<>();
  private final IntentRepository intents;
  private final TransactionalOutbox outbox;
  private final TransactionOperations transaction;
  private final MessageJson json;
  private final Supplier<UUID> claimIds;
  private final Trace trace;
  private final MessagingMetrics metrics;
  private final MessagingSettings settings;

  private final Semaphore permits;
  private final Semaphore looks;
  private final Map<UUID, ClaimedIntent> running = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private @Nullable Loop polling;
  private @Nullable Loop renewing;

  Calls(
      MessageCatalog catalog,
      Collection<CallingReaction<?, ?, ?>> reactions,
      IntentRepository intents,
      TransactionalOutbox outbox,
      TransactionOperations transaction,
      MessageJson json,
      Supplier<UUID> claimIds,
      Trace trace,
      MessagingMetrics metrics,
      MessagingSettings settings) {
    reactions.forEach(
        reaction -> this.reactions.put(catalog.typeOf(reaction.reactsTo()), reaction));
    this.intents = intents;
    this.outbox = outbox;
    this.transaction = transaction;
    this.json = json;
    this.claimIds = claimIds;
    this.trace = trace;
    this.metrics = metrics;
    this.settings = settings;
    this.permits = new Semaphore(settings.calls());
    this.looks = new Semaphore(settings.calls());
  }

  void start() {
    if (reactions.isEmpty()) {
      return;
    }
    polling = Loop.every(settings.callPoll(), "calls-poll", this::takeDue);
    renewing = Loop.every(settings.callLease().dividedBy(3), "calls-lease", this::renew);
  }

  /**
   * Begins the look that a message will most probably lead to, while it is decided about.
   *
   * @return null when nothing is foreseen, or too many look ahead already
   */
  <M, C, O> @Nullable Look<C, O> lookAhead(CallingReaction<M, C, O> reaction, Received<M> message) {
    C call = reaction.foresee(message);
    if (call == null || stopping || !looks.tryAcquire()) {
      return null;
    }
    Map<String, String> trail = trace.current();
    CompletableFuture<Attempt<O>> answer =
        CompletableFuture.supplyAsync(
                () ->
                    trace.continuing(
                        trail,
                        nameOf(reaction) + " look",
                        () -> call(reaction, call, message.type(), message.messageId())),
                Thread.ofVirtual().name("look-" + message.messageId())::start)
            .whenComplete((_, _) -> looks.release());
    return new Look<>(reaction, call, answer);
  }

  /**
   * A call that is made before anybody intends it. In vain when nobody does: it changes nothing,
   * and what it leads to is the business of the intent alone.
   */
  record Look<C, O>(
      CallingReaction<?, C, O> reaction, C call, CompletableFuture<Attempt<O>> answer) {}

  /**
   * Keeps the intent in the running transaction of its message; once that commits the call is made
   * here and at once, or, when too many are being made, soon by whoever is free.
   *
   * @param ahead a look that was begun already: if it is what is intended, it is the first attempt
   */
  <C> void begin(Received<?> message, Intent<C> intent, @Nullable Look<C, ?> ahead) {
    boolean here = !stopping && permits.tryAcquire();
    ClaimedIntent claimed =
        new ClaimedIntent(
            message.messageId(),
            message.type(),
            message.topic(),
            message.saga(),
            trace.current(),
            json.text(intent.call()),
            here ? 1 : 0,
            claimIds.get(),
            false);
    if (here) {
      TransactionSynchronizationManager.registerSynchronization(
          new StartAfterCommit(claimed, firstWay(intent, ahead)));
    }
    intents.insert(claimed, intent.until(), here ? settings.callLease() : null);
  }

  /** How an attempt is made. */
  private interface Way {
    Outcome attempt(ClaimedIntent intent);
  }

  private <C> Way firstWay(Intent<C> intent, @Nullable Look<C, ?> ahead) {
    return ahead != null && ahead.call().equals(intent.call())
        ? claimed -> awaitAnswer(ahead, claimed)
        : this::attempt;
  }

  /** Makes the call when the transaction has committed; its permit is held from before. */
  private final class StartAfterCommit implements TransactionSynchronization {

    private final ClaimedIntent intent;
    private final Way way;

    private StartAfterCommit(ClaimedIntent intent, Way way) {
      this.intent = intent;
      this.way = way;
    }

    @Override
    public void afterCompletion(int status) {
      if (status == STATUS_COMMITTED) {
        onThread(intent, () -> {}, way);
      } else {
        permits.release();
      }
    }
  }

  /** Claims as many due calls as can be made, and makes them. */
  private void takeDue() {
    int free = permits.availablePermits();
    if (free > 0 && !stopping) {
      intents
          .claimDue(reactions.keySet(), settings.callLease(), free)
          .forEach(intent -> onThread(intent, permits::acquireUninterruptibly, this::attempt));
    }
  }

  private void onThread(ClaimedIntent intent, Runnable gettingPermit, Way way) {
    running.put(intent.claim(), intent);
    Thread.ofVirtual()
        .name("call-" + intent.messageId())
        .start(
            () -> {
              gettingPermit.run();
              try {
                work(intent, way);
              } finally {
                running.remove(intent.claim());
                permits.release();
              }
            });
  }

  private void renew() {
    Set<UUID> claims = Set.copyOf(running.keySet());
    if (!claims.isEmpty()) {
      intents.renew(claims, settings.callLease());
    }
  }

  /** Whatever fails here leaves the row and its lease: when that is over, somebody tries again. */
  private void work(ClaimedIntent intent, Way way) {
    try {
      if (intent.late()) {
        drop(reactionTo(intent), intent);
      } else {
        trace.continuing(
            intent.trace(), nameOf(reactionTo(intent)) + " call", () -> way.attempt(intent));
      }
    } catch (RuntimeException e) {
      log.warn(
          "The call for {} {} is left until its lease is over",
          intent.type(),
          intent.messageId(),
          e);
    }
  }

  private <C> void drop(CallingReaction<?, C, ?> reaction, ClaimedIntent intent) {
    C call = json.read(intent.call(), reaction.callType());
    boolean ours = Boolean.TRUE.equals(transaction.execute(_ -> dropOnce(reaction, call, intent)));
    if (ours) {
      metrics.called(intent.type(), "dropped", Duration.ZERO);
      log.warn(
          "The call for {} {} was not answered in its time and is not made again",
          intent.type(),
          intent.messageId());
    }
  }

  /** False when another copy has taken it over. */
  private <C> boolean dropOnce(CallingReaction<?, C, ?> reaction, C call, ClaimedIntent intent) {
    boolean ours = intents.take(intent);
    if (ours) {
      reaction.expired(call, outbox.causedBy(intent.messageId(), intent.saga()));
    }
    return ours;
  }

  private CallingReaction<?, ?, ?> reactionTo(ClaimedIntent intent) {
    return Objects.requireNonNull(reactions.get(intent.type()));
  }

  private static String nameOf(CallingReaction<?, ?, ?> reaction) {
    return reaction.getClass().getSimpleName();
  }

  private Outcome attempt(ClaimedIntent intent) {
    return attempt(reactionTo(intent), intent);
  }

  private <C, O> Outcome attempt(CallingReaction<?, C, O> reaction, ClaimedIntent intent) {
    return attempt(
        reaction, intent, call -> call(reaction, call, intent.type(), intent.messageId()));
  }

  private <O> Outcome awaitAnswer(Look<?, O> look, ClaimedIntent intent) {
    return attempt(look.reaction(), intent, _ -> look.answer().join());
  }

  private <C, O> Outcome attempt(
      CallingReaction<?, C, O> reaction, ClaimedIntent intent, Function<C, Attempt<O>> calling) {
    long began = System.nanoTime();
    C call = json.read(intent.call(), reaction.callType());
    Outcome outcome =
        switch (calling.apply(call)) {
          case Attempt.Answered<O>(O answer) -> conclude(reaction, call, answer, intent);
          case Attempt.Later<O>(Duration after, String why) -> later(intent, after, why);
        };
    metrics.called(
        intent.type(),
        outcome.name().toLowerCase(Locale.ROOT),
        Duration.ofNanos(System.nanoTime() - began));
    return outcome;
  }

  private enum Outcome {
    CONCLUDED,
    /** Another copy has taken it over. */
    OVERTAKEN,
    LATER
  }

  private static <C, O> Attempt<O> call(
      CallingReaction<?, C, O> reaction, C call, String type, UUID messageId) {
    try {
      return reaction.call(call);
    } catch (RuntimeException e) {
      log.warn("The call for {} {} failed", type, messageId, e);
      return new Attempt.Later<>(Duration.ZERO, e.getClass().getSimpleName());
    }
  }

  private Outcome later(ClaimedIntent intent, Duration after, String why) {
    Duration backoff = BETWEEN_ATTEMPTS.after(intent.attempt());
    Duration wait = after.compareTo(backoff) > 0 ? after : backoff;
    transaction.executeWithoutResult(_ -> intents.later(intent, wait));
    log.info(
        "The call for {} {} is made again in {}: {}", intent.type(), intent.messageId(), wait, why);
    return Outcome.LATER;
  }

  /**
   * Second transaction. While the database is away the answer is kept here, and the lease with it.
   */
  private <C, O> Outcome conclude(
      CallingReaction<?, C, O> reaction, C call, O answer, ClaimedIntent intent) {
    for (int tries = 1; ; tries++) {
      try {
        transaction.executeWithoutResult(_ -> concludeOnce(reaction, call, answer, intent));
        return Outcome.CONCLUDED;
      } catch (IntentRepository.OvertakenException e) {
        return Outcome.OVERTAKEN;
      } catch (RuntimeException e) {
        if (Fault.of(e) != Fault.PASSING && tries >= TRIES_OF_A_BUG) {
          log.error(
              "What the call for {} {} means could not be kept",
              intent.type(),
              intent.messageId(),
              e);
          return later(intent, Duration.ZERO, "its outcome could not be kept");
        }
        if (stopping) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_CONCLUSIONS.after(tries).toNanos());
      }
    }
  }

  private <C, O> void concludeOnce(
      CallingReaction<?, C, O> reaction, C call, O answer, ClaimedIntent intent) {
    intents.takeAtCommit(intent);
    reaction.conclude(call, answer, outbox.causedBy(intent.messageId(), intent.saga()));
  }

  /** Takes no new calls, waits a while for those that are being made, lets go of the rest. */
  void stop() {
    stopping = true;
    stop(polling);
    awaitRunning(settings.shutdown());
    stop(renewing);
    Set<UUID> unfinished = Set.copyOf(running.keySet());
    if (unfinished.isEmpty()) {
      return;
    }
    try {
      intents.release(unfinished);
    } catch (RuntimeException e) {
      log.warn("{} calls are left until their lease is over: {}", unfinished.size(), e.toString());
    }
  }

  private static void stop(@Nullable Loop loop) {
    if (loop != null) {
      loop.stop(Duration.ofSeconds(1));
    }
  }

  private void awaitRunning(Duration atMost) {
    try {
      if (permits.tryAcquire(settings.calls(), atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        permits.release(settings.calls());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
