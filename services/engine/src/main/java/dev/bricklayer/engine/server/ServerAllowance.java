package dev.bricklayer.engine.server;

import dev.bricklayer.engine.server.Heard.News;
import dev.bricklayer.mattermost.Allowance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What Mattermost's rate limiter allows, shared by the copies that live: each leases as many calls
 * as it is about to make from one row, so no share has to be computed and none is left with a copy
 * that died. While no limiter was heard of nothing is asked.
 */
final class ServerAllowance {

  private static final Logger log = LoggerFactory.getLogger(ServerAllowance.class);
  private static final Duration NO_WAIT = Duration.ZERO;

  private final AllowanceRepository repository;
  private final TransactionTemplate transactions;
  private final ServerSettings settings;
  private final Leasing leasing;
  private final Ear ear;
  private final Counter throttled;

  /** Whether somebody heard of a limiter: then calls are leased. */
  private volatile boolean limited;

  /** An answer without numbers came although a limiter was heard of. */
  private volatile boolean unlimitedAgain;

  ServerAllowance(
      AllowanceRepository repository,
      PlatformTransactionManager transactions,
      ServerSettings settings,
      LongSupplier nanos,
      MeterRegistry meters) {
    this.repository = repository;
    this.transactions = new TransactionTemplate(transactions);
    this.settings = settings;
    this.leasing = new Leasing(settings);
    this.ear = new Ear(nanos);
    this.throttled = meters.counter("bricklayer.engine.throttled");
  }

  /** Leases up to so many calls. */
  Admission lease(int wish) {
    return limited
        ? Objects.requireNonNull(transactions.execute(_ -> leaseUnderLock(wish)))
        : new Admission(wish, NO_WAIT);
  }

  private Admission leaseUnderLock(int wish) {
    News news = ear.take();
    Bucket bucket = now(news);
    if (bucket == null) {
      return new Admission(wish, NO_WAIT);
    }
    Bucket.Grant grant = leasing.grant(bucket, wish);
    if (grant.calls() > 0 || !news.isNothing()) {
      repository.save(grant.after());
    }
    return new Admission(grant.calls(), grant.again());
  }

  /** Calls that were leased and not made. */
  void giveBack(int calls) {
    if (limited) {
      ear.returned(calls);
    }
  }

  void answered(@Nullable Allowance said) {
    if (said != null) {
      ear.heard(said);
      unlimitedAgain = false;
    } else if (limited) {
      unlimitedAgain = true;
    }
  }

  void throttled(Duration retryAfter, @Nullable Allowance said) {
    throttled.increment();
    if (said == null) {
      ear.heardToWait(retryAfter);
    } else {
      ear.heard(said);
    }
  }

  /** Writes down what was heard, and hears what others have written. */
  void tend() {
    if (unlimitedAgain && !settings.isKnown()) {
      unlimitedAgain = false;
      repository.forget();
      log.info("Mattermost's rate limiter is switched off; deliveries go without leases");
    }
    News news = ear.take();
    if (!news.isNothing() || (settings.isKnown() && !limited)) {
      transactions.executeWithoutResult(_ -> writeDown(news));
    }
    limited = repository.read().isPresent();
  }

  private void writeDown(News news) {
    Bucket bucket = now(news);
    if (bucket != null) {
      repository.save(bucket);
    }
  }

  /** The bucket as it is now, its row locked; null while there is no limiter. */
  private @Nullable Bucket now(News news) {
    Bucket before = repository.lock().orElse(null);
    return leasing.now(before, news, repository.now());
  }
}
