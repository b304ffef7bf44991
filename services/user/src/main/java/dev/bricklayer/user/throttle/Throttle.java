package dev.bricklayer.user.throttle;

import dev.bricklayer.problems.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets something be tried only so often, counted for all copies of this service together. */
@Component
public class Throttle {

  private static final Logger log = LoggerFactory.getLogger(Throttle.class);

  private final ThrottleRepository repository;
  private final ThrottleSettings settings;
  private final Map<Attempt.Kind, Counter> refused = new EnumMap<>(Attempt.Kind.class);

  Throttle(ThrottleRepository repository, ThrottleSettings settings, MeterRegistry meters) {
    this.repository = repository;
    this.settings = settings;
    for (Attempt.Kind kind : Attempt.Kind.values()) {
      refused.put(
          kind,
          Counter.builder("bricklayer.throttle.refused")
              .description("Attempts for which a budget was used up")
              .tag("kind", kind.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
  }

  /**
   * Takes an attempt from its budget, before it is made: also those made at the same moment count.
   *
   * @throws Problem 429 when the budget is used up
   */
  public void charge(Attempt attempt) {
    if (!tryToCharge(attempt)) {
      throw Problem.tooManyRequests(repository.untilNext(attempt, settings.of(attempt.kind())));
    }
  }

  /**
   * Lets a secret be guessed: only a wrong guess costs. One that was not made or not answered was
   * none.
   *
   * @param guess what a right one gives; empty for a wrong one
   * @throws Problem 429 when a budget is used up
   */
  public <T> Optional<T> guess(Supplier<Optional<T>> guess, Attempt... attempts) {
    List<Attempt> charged = new ArrayList<>();
    boolean wrong = false;
    try {
      for (Attempt attempt : attempts) {
        charge(attempt);
        charged.add(attempt);
      }
      Optional<T> right = guess.get();
      wrong = right.isEmpty();
      return right;
    } finally {
      if (!wrong) {
        charged.forEach(this::refund);
      }
    }
  }

  /** As {@link #charge}; false when the budget is used up. */
  public boolean tryToCharge(Attempt attempt) {
    boolean charged = repository.charge(attempt, settings.of(attempt.kind()));
    if (!charged) {
      Objects.requireNonNull(refused.get(attempt.kind())).increment();
    }
    return charged;
  }

  /** Gives an attempt back that turned out to be harmless. */
  public void refund(Attempt attempt) {
    repository.refund(attempt, settings.of(attempt.kind()));
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void forgetWhole() {
    int forgotten = repository.forgetWhole();
    log.debug("Forgot {} budgets that are whole again", forgotten);
  }
}
