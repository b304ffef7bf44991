package dev.bricklayer.bff.operation;

import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.operation.Progress.Done;
import dev.bricklayer.bff.operation.Progress.NeedsHelp;
import dev.bricklayer.bff.operation.Progress.Undone;
import dev.bricklayer.bff.operation.Progress.Working;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.messaging.Outbox;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.SagaRef;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins operations, carries out what was decided about them, and waits for their end. */
@Component
public class Operations {

  private static final Logger log = LoggerFactory.getLogger(Operations.class);

  private final OperationRepository repository;
  private final OperationSettings settings;
  private final Outbox outbox;
  private final Waiters waiters;
  private final Room room;
  private final OperationMeters meters;
  private final Identities identities;
  private final ApplicationEventPublisher publisher;

  Operations(
      OperationRepository repository,
      OperationSettings settings,
      Outbox outbox,
      Waiters waiters,
      Room room,
      OperationMeters meters,
      Identities identities,
      ApplicationEventPublisher publisher) {
    this.repository = repository;
    this.settings = settings;
    this.outbox = outbox;
    this.waiters = waiters;
    this.room = room;
    this.meters = meters;
    this.identities = identities;
    this.publisher = publisher;
  }

  /**
   * Begins an operation in the caller's transaction, unless the same request has begun it already.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Beginning begin(NewOperation wish) {
    Optional<Operation> begun = repository.insert(wish, settings.deadlineOf(wish.saga()));
    if (begun.isPresent()) {
      return new Beginning.Begun(begun.get());
    }
    RequestKey key = Objects.requireNonNull(wish.requestKey(), "only a key can clash");
    OperationRepository.Kept kept = repository.byKey(wish.person(), key);
    return kept.sameRequest()
        ? new Beginning.Repeated(kept.operation())
        : new Beginning.KeyOfAnother();
  }

  /** Shows an operation that began elsewhere; harmless when it is shown already. */
  @Transactional
  public void note(NewOperation begun) {
    repository.note(begun, settings.deadlineOf(begun.saga()));
  }

  /**
   * Applies a closing event, and wakes who waits in this copy once that is committed. The read
   * model and the operation change together, so where the operation has ended already there is
   * nothing to do but to wake; that is how all copies but the first come through.
   *
   * @param decide what the event means for the operation
   * @param readModel what it means for what people see, whether or not there is such an operation
   */
  @Transactional
  public void end(
      SagaId id, Function<Operation, Decision<Progress, NoCall>> decide, Runnable readModel) {
    AfterCommit.run(() -> room.leave(id));
    Optional<Operation> underWay = repository.lockUnderWay(id);
    Optional<Operation> ended = underWay.isPresent() ? Optional.empty() : repository.find(id);
    underWay.ifPresent(known -> end(known, decide.apply(known)));
    ended.ifPresent(known -> AfterCommit.run(() -> waiters.wake(known)));
    if (ended.isEmpty()) {
      readModel.run();
    }
  }

  /** Whoever waits is woken first. */
  private void end(Operation known, Decision<Progress, NoCall> decision) {
    AfterCommit.run(() -> waiters.wake(known.with(decision.next())));
    carryOut(known, decision);
  }

  /** Writes down and sends what was decided. The caller's transaction holds the row's lock. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void carryOut(Operation known, Decision<Progress, NoCall> decision) {
    if (!decision.next().equals(known.progress())) {
      repository.write(known.id(), decision.next());
      AfterCommit.run(() -> tell(known, decision.next()));
    }
    if (!decision.send().isEmpty()) {
      Outgoing out = outbox.inSaga(new SagaRef(known.saga(), known.id().value()));
      decision.send().forEach(out::send);
    }
  }

  private void tell(Operation known, Progress next) {
    meters.became(known.saga(), next);
    if (!isUnderWay(known.with(next))) {
      publisher.publishEvent(new Ended(known.id()));
    }
    log.info(
        "{} {} of {} is {}",
        known.saga(),
        known.id(),
        known.aboutBot() == null ? "person " + known.person() : "bot " + known.bot(),
        switch (next) {
          case Working _ -> "asked about: its deadline has passed";
          case Done _ -> "done";
          case Undone(var refusal) -> "undone: " + refusal.code().word();
          case NeedsHelp _ -> "in need of help: long after its deadline it has not ended";
        });
  }

  /**
   * An operation of this person, as whichever of their selves they began it; somebody else's is not
   * there.
   */
  public Optional<Operation> find(SagaId id, PersonId person) {
    return repository
        .find(id)
        .filter(
            operation ->
                operation.person().equals(person)
                    || identities.selvesOf(person).contains(operation.person()));
  }

  /**
   * Waits for the end without a connection to the database.
   *
   * @param waiter registered before the operation was committed, or last read
   * @return the operation as it is then: ended, or still under way
   */
  Operation awaitEnd(Operation operation, Waiters.Waiter waiter, Patience patience) {
    return meters.waited(
        operation.saga(),
        () -> waiter.await(settings.of(patience)).orElseGet(() -> again(operation)));
  }

  /** The operation as it is now. */
  Operation again(Operation operation) {
    return repository.find(operation.id()).orElse(operation);
  }

  static boolean isUnderWay(Operation operation) {
    return switch (operation.progress()) {
      case Working _, NeedsHelp _ -> true;
      case Done _, Undone _ -> false;
    };
  }
}
