package dev.bricklayer.bff.operation;

import dev.bricklayer.bff.operation.OperationRepository.Due;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Operations whose deadline has passed: asked about until they end, and shown to administrators.
 */
@Component
public class LateOperations {

  private static final int BATCH = 50;

  private final OperationRepository repository;
  private final Operations operations;
  private final OperationSettings settings;
  private final Map<String, Deadline> deadlines;

  LateOperations(
      OperationRepository repository,
      Operations operations,
      OperationSettings settings,
      List<Deadline> deadlines) {
    this.repository = repository;
    this.operations = operations;
    this.settings = settings;
    this.deadlines =
        deadlines.stream()
            .collect(Collectors.toUnmodifiableMap(Deadline::saga, Function.identity()));
  }

  /**
   * Asks about some of those that are due, in one transaction.
   *
   * @return whether there may be more
   */
  @Transactional
  boolean askAboutSome() {
    List<Due> due = repository.lockDue(settings.helpAfter(), BATCH);
    due.forEach(this::ask);
    return due.size() == BATCH;
  }

  /** Those that need help, in the order in which they began; after a given one. */
  public List<Stuck> needingHelp(Optional<UUID> after, int most) {
    return repository.needingHelp(after.orElse(new UUID(0, 0)), most);
  }

  /** Asks at once about one that needs help, as the sweeper does; empty when there is none. */
  @Transactional
  public Optional<Operation> askNow(SagaId id) {
    Optional<Operation> found = repository.lock(id);
    found
        .filter(operation -> operation.progress().equals(new Progress.NeedsHelp()))
        .ifPresent(operation -> ask(new Due(operation, false)));
    return found;
  }

  private void ask(Due due) {
    Operation operation = due.operation();
    Deadline deadline = deadlineOf(operation);
    if (due.helpDue()) {
      operation = carriedOut(operation, operation.progress().needingHelp());
    }
    operation = carriedOut(operation, deadline.onDeadline(operation));
    repository.lookAgain(operation.id(), settings.askAgain());
  }

  private Operation carriedOut(Operation known, Decision<Progress, NoCall> decision) {
    operations.carryOut(known, decision);
    return known.with(decision.next());
  }

  private Deadline deadlineOf(Operation operation) {
    Deadline deadline = deadlines.get(operation.saga());
    if (deadline == null) {
      throw new IllegalStateException("no deadline is known for saga " + operation.saga());
    }
    return deadline;
  }
}
