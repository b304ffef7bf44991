package dev.bricklayer.bff.operation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Runs in every copy; the rows' locks keep the copies apart. */
@Component
class DeadlineSweeper {

  private static final Logger log = LoggerFactory.getLogger(DeadlineSweeper.class);

  private final LateOperations late;
  private final OperationRepository repository;
  private final OperationSettings settings;
  private final OperationMeters meters;

  DeadlineSweeper(
      LateOperations late,
      OperationRepository repository,
      OperationSettings settings,
      OperationMeters meters) {
    this.late = late;
    this.repository = repository;
    this.settings = settings;
    this.meters = meters;
  }

  @Scheduled(fixedDelayString = "${bricklayer.operations.sweep-every:1s}")
  void sweep() {
    try {
      boolean more = true;
      while (more) {
        more = late.askAboutSome();
      }
      meters.needingHelp(repository.countNeedingHelp());
    } catch (DataAccessException | TransactionException e) {
      log.warn("Deadlines could not be looked at; the next sweep does it: {}", e.toString());
    }
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void forget() {
    try {
      int gone = 1;
      while (gone > 0) {
        gone = repository.forget(settings.kept());
      }
    } catch (DataAccessException e) {
      log.warn("Old operations could not be removed; the next try is in an hour: {}", e.toString());
    }
  }
}
