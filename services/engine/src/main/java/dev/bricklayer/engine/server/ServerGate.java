package dev.bricklayer.engine.server;

import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ErrorIds;
import dev.bricklayer.mattermost.MattermostClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Whether deliveries may go to the Mattermost server: it is there, and it allows so many. Asked
 * before anything is set SENDING, so that an outage and a limiter cost no attempts; told of every
 * answer.
 */
@Component
public class ServerGate {

  private static final Logger log = LoggerFactory.getLogger(ServerGate.class);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final MattermostClient mattermost;
  private final Breaker breaker;
  private final ServerAllowance allowance;

  /** Read and written by the one who tends. */
  private boolean introduced;

  ServerGate(
      MattermostClient mattermost,
      AllowanceRepository repository,
      PlatformTransactionManager transactions,
      ServerSettings settings,
      RandomGenerator random,
      MeterRegistry meters) {
    this.mattermost = mattermost;
    this.breaker = new Breaker(settings, System::nanoTime, random);
    this.allowance =
        new ServerAllowance(repository, transactions, settings, System::nanoTime, meters);
    meters.gauge(
        "bricklayer.engine.breaker.open", breaker, b -> b.state() == Breaker.State.CLOSED ? 0 : 1);
  }

  /**
   * How many of so many deliveries may begin; what does not begin after all is to be given back.
   */
  public Admission admit(int wish) {
    int there = breaker.admit(wish);
    if (there == 0) {
      return new Admission(0, LOOK);
    }
    Admission admission = allowance.lease(there);
    if (admission.calls() == 0) {
      breaker.giveBack();
    }
    return admission;
  }

  /** So many that were admitted did not begin. */
  public void giveBack(int calls) {
    if (calls > 0) {
      breaker.giveBack();
      allowance.giveBack(calls);
    }
  }

  /** A delivery ended, perhaps without a call: the next may try whether the server is there. */
  public void ended() {
    breaker.giveBack();
  }

  /** Learns from an answer, and hands it on. */
  public <T> Answer<T> heard(Answer<T> answer) {
    switch (answer) {
      case Answer.Ok<T>(_, var said) -> {
        answered();
        allowance.answered(said);
      }
      case Answer.Throttled<T>(var retryAfter, var said) -> {
        answered();
        allowance.throttled(retryAfter, said);
      }
      case Answer.Refused<T> _ -> answered();
      case Answer.Ambiguous<T> unknown when unknown.errorId().equals(ErrorIds.POST_STILL_PENDING) ->
          answered();
      case Answer.Ambiguous<T>(var why, _, _) -> failed(why);
      case Answer.Unreachable<T>(var why) -> failed(why);
    }
    return answer;
  }

  private void answered() {
    if (breaker.answered()) {
      log.info("Mattermost answers again: what waited is delivered");
    }
  }

  private void failed(String why) {
    if (breaker.failed()) {
      log.warn("Mattermost does not answer, so nothing is sent until it does: {}", why);
    }
  }

  /**
   * What has to be done from time to time: ask a server that was away whether it is there, share
   * what was learnt. The first time it asks before anything is sent, because any answer tells
   * whether calls are limited.
   */
  public void tend() {
    if (!introduced || breaker.wantsToAsk()) {
      introduced = true;
      breaker.asked(isThere());
    }
    allowance.tend();
  }

  private boolean isThere() {
    return switch (mattermost.ping()) {
      case Answer.Ok<?>(_, var said) -> {
        allowance.answered(said);
        yield true;
      }
      case Answer.Throttled<?>(var retryAfter, var said) -> {
        allowance.throttled(retryAfter, said);
        yield true;
      }
      case Answer.Refused<?> _ -> true;
      case Answer.Ambiguous<?> _, Answer.Unreachable<?> _ -> false;
    };
  }
}
