package dev.bricklayer.bff.admin;

import dev.bricklayer.contracts.letter.DiscardLetter;
import dev.bricklayer.contracts.letter.LetterRetried;
import dev.bricklayer.contracts.letter.LetterState;
import dev.bricklayer.contracts.letter.RetryLetter;
import dev.bricklayer.messaging.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/**
 * The dead letters of all services. Each tells of its own, and is asked by a message to handle one
 * again or to give it up; nobody else could.
 */
@Component
class LetterDesk {

  private static final Logger log = LoggerFactory.getLogger(LetterDesk.class);

  /** Longer than any word of a letter is under way. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final LetterRepository repository;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final IdGenerator ids;
  private final Duration patience;
  private final Map<UUID, CompletableFuture<LetterRetried>> asked = new ConcurrentHashMap<>();

  LetterDesk(
      LetterRepository repository,
      Outbox outbox,
      PlatformTransactionManager transactions,
      IdGenerator ids,
      @Value("${bricklayer.operations.answer-within:2500ms}") Duration patience) {
    this.repository = repository;
    this.outbox = outbox;
    this.transaction = new TransactionTemplate(transactions);
    this.ids = ids;
    this.patience = patience;
  }

  List<LetterView> latest(int most) {
    return repository.latest(most);
  }

  Optional<LetterView> find(UUID id) {
    return repository.find(id);
  }

  /** Has it handled again by its service; empty where that does not answer in time. */
  Optional<LetterRetried> retry(LetterView letter) {
    RetryLetter command = new RetryLetter(letter.id(), letter.service(), ids.generateId());
    CompletableFuture<LetterRetried> answer = new CompletableFuture<>();
    asked.put(command.requestId(), answer);
    try {
      send(command);
      return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      asked.remove(command.requestId());
    }
  }

  /** Its service gives it up; here it is gone at once. */
  void discard(LetterView letter) {
    transaction.executeWithoutResult(
        _ -> {
          outbox.outsideSagas().send(new DiscardLetter(letter.id(), letter.service()));
          repository.keep(new LetterState(letter.id(), letter.service(), null));
        });
  }

  private void send(RetryLetter command) {
    transaction.executeWithoutResult(_ -> outbox.outsideSagas().send(command));
  }

  /** A service has answered; whoever asked may wait at this copy. */
  void answered(LetterRetried answer) {
    Optional.ofNullable(asked.get(answer.requestId())).ifPresent(waits -> waits.complete(answer));
  }

  void keep(LetterState state) {
    repository.keep(state);
  }

  @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT1H")
  void forget() {
    try {
      repository.forget(REMEMBERED);
    } catch (DataAccessException e) {
      log.warn(
          "Letters that are gone could not be forgotten; the next try is in an hour: {}",
          e.toString());
    }
  }
}
