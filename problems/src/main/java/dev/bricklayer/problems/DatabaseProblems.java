package dev.bricklayer.problems;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database that is away, or lost a race, may well do better a little later. */
final class DatabaseProblems implements ProblemTranslator {

  private static final Logger log = LoggerFactory.getLogger(DatabaseProblems.class);
  private static final Duration A_LITTLE_LATER = Duration.ofSeconds(3);

  @Override
  public Optional<Problem> translate(Throwable thrown) {
    return switch (thrown) {
      case TransientDataAccessException e -> busy(e);
      case RecoverableDataAccessException e -> busy(e);
      case DataAccessResourceFailureException e -> busy(e);
      case CannotCreateTransactionException e -> busy(e);
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> busy(RuntimeException e) {
    log.warn("The database did not answer; the caller is asked to come again: {}", e.toString());
    return Optional.of(Problem.busy(A_LITTLE_LATER));
  }
}
