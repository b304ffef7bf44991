package dev.bricklayer.engine.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the ledger's days before they come and drops the old ones. Every copy does it: it is
 * harmless twice. A day that cannot be had at once is left for the next time, so that nobody who
 * delivers waits for it.
 */
@Component
class KeepLedgerDays implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(KeepLedgerDays.class);
  private static final Duration AT_START = Duration.ofSeconds(5);

  private final LedgerDayRepository days;
  private final LedgerSettings settings;
  private final TransactionTemplate transactions;
  private final AtomicLong strays = new AtomicLong();

  KeepLedgerDays(
      LedgerDayRepository days,
      LedgerSettings settings,
      PlatformTransactionManager transactions,
      MeterRegistry meters) {
    this.days = days;
    this.settings = settings;
    this.transactions = new TransactionTemplate(transactions);
    meters.gauge("bricklayer.engine.ledger.strays", strays);
  }

  /**
   * Before anything is claimed, and patiently: at the first start all copies want the same days.
   */
  @Override
  public void afterPropertiesSet() {
    keep(AT_START);
  }

  /** One round. */
  @Scheduled(
      initialDelayString = "${bricklayer.engine.ledger.every:15m}",
      fixedDelayString = "${bricklayer.engine.ledger.every:15m}")
  void keep() {
    keep(settings.lockTimeout());
  }

  private void keep(Duration lockTimeout) {
    LocalDate today = days.today();
    List<LocalDate> there = days.days();
    Stream.iterate(today.minusDays(1), day -> day.plusDays(1))
        .limit(settings.daysAhead() + 2L)
        .filter(day -> !there.contains(day))
        .forEach(day -> attempt(day, lockTimeout, this::make));
    LocalDate oldest = today.minusDays(settings.keepDays());
    there.stream()
        .filter(day -> day.isBefore(oldest))
        .forEach(day -> attempt(day, lockTimeout, this::drop));
    days.forgetStrays(oldest);
    alarmAboutStrays();
  }

  private void attempt(LocalDate day, Duration lockTimeout, Consumer<LocalDate> change) {
    try {
      transactions.executeWithoutResult(
          _ -> {
            days.takeTurns(lockTimeout);
            change.accept(day);
          });
    } catch (DataAccessException e) {
      log.warn("the ledger's day {} could not be had now; it is tried again later", day, e);
    }
  }

  /** Looks again: the copy whose turn was before may have made it. */
  private void make(LocalDate day) {
    if (!days.days().contains(day)) {
      days.make(day);
      log.info("the ledger has a partition for {}", day);
    }
  }

  private void drop(LocalDate day) {
    if (days.days().contains(day)) {
      if (days.drop(day)) {
        log.info("the ledger's day {} was dropped", day);
      } else {
        log.warn("the ledger's day {} is kept: some of its occurrences are not final", day);
      }
    }
  }

  private void alarmAboutStrays() {
    strays.set(days.strays());
    if (strays.get() > 0) {
      log.warn(
          "{} occurrences stand in the ledger's default partition, which should be empty: a day's"
              + " partition was missing when they were claimed",
          strays.get());
    }
  }
}
