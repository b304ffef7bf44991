package dev.bricklayer.bff.endings;

import dev.bricklayer.bff.operation.Ended;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.bff.telling.Teller;
import dev.bricklayer.bff.telling.Told;
import dev.bricklayer.contracts.SagaId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells people how something ended that they did not wait for. The copy that applied the end tells
 * it; what that copy leaves untold, another one does.
 */
@Component
class TellEnds {

  /** Longer than Mattermost takes to answer three calls. */
  static final Duration LEASE = Duration.ofSeconds(40);

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Logger log = LoggerFactory.getLogger(TellEnds.class);

  private final TellingRepository tellings;
  private final Operations operations;
  private final Endings endings;
  private final Teller teller;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TellEnds(TellingRepository tellings, Operations operations, Endings endings, Teller teller) {
    this.tellings = tellings;
    this.operations = operations;
    this.endings = endings;
    this.teller = teller;
  }

  /** On a thread of its own: whoever applies ends must not wait for Mattermost. */
  @EventListener
  void ended(Ended ended) {
    threads.execute(() -> tellOrLeave(ended.id().value()));
  }

  @Scheduled(fixedDelayString = "PT5S")
  void tellOverdue() {
    try {
      tellings.overdue().forEach(this::tellOrLeave);
    } catch (DataAccessException e) {
      log.warn("Untold ends could not be looked for; soon again: {}", e.toString());
    }
  }

  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
  void forget() {
    try {
      tellings.forget(KEPT);
    } catch (DataAccessException e) {
      log.warn("Old tellings could not be removed; the next try is in an hour: {}", e.toString());
    }
  }

  private void tellOrLeave(UUID about) {
    try {
      tellings.claim(about, LEASE, Telling.class).ifPresent(telling -> tell(about, telling));
    } catch (DataAccessException | TransactionException e) {
      log.warn("An end could not be told; a copy will try again: {}", e.toString());
    }
  }

  private void tell(UUID about, Telling telling) {
    operations
        .find(new SagaId(about), telling.person())
        .filter(operation -> !Endings.isUnderWay(operation))
        .ifPresent(operation -> tell(operation, telling));
  }

  private void tell(Operation operation, Telling telling) {
    Told told = teller.tell(endings.shown(operation, telling), telling.user(), telling.place());
    switch (told) {
      case Told.AsMeant _, Told.InDirect _ -> tellings.delete(operation.id().value());
      case Told.Nowhere _ -> log.info("The end of {} waits to be told", operation.id());
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
  }
}
