package dev.bricklayer.user.throttle;

import dev.bricklayer.problems.Problem;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets something be tried only so often, counted for all copies of this service together. */
@Component
public class Throttle {

  private static final Logger log = LoggerFactory.getLogger(Throttle.class);

  private final ThrottleRepository repository;
  private final ThrottleProperties properties;

  Throttle(ThrottleRepository repository, ThrottleProperties properties) {
    this.repository = repository;
    this.properties = properties;
  }

  /**
   * Takes an attempt from its budget, before it is made: also those made at the same moment count.
   *
   * @throws Problem 429 when the budget is used up
   */
  public void charge(Attempt attempt) {
    ThrottleProperties.Budget budget = properties.of(attempt.kind());
    if (!repository.charge(attempt, budget)) {
      log.warn("Too many attempts of kind {}: the caller has to wait", attempt.kind());
      throw Problem.tooManyRequests(repository.untilNext(attempt, budget));
    }
  }

  /** Gives an attempt back that turned out to be harmless. */
  public void refund(Attempt attempt) {
    repository.refund(attempt, properties.of(attempt.kind()));
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void forgetWhole() {
    int forgotten = repository.forgetWhole();
    log.debug("Forgot {} budgets that are whole again", forgotten);
  }
}
