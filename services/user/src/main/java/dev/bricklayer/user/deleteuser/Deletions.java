package dev.bricklayer.user.deleteuser;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deleteuser.DeleteUserSaga;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.messaging.Outbox;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.SagaRef;
import dev.bricklayer.user.account.AccountErasure;
import dev.bricklayer.user.deleteuser.Deletion.Begun;
import dev.bricklayer.user.deleteuser.Deletion.Erased;
import dev.bricklayer.user.deleteuser.Deletion.Kept;
import dev.bricklayer.user.deleteuser.Deletion.Unknown;
import dev.bricklayer.user.deleteuser.DeletionRepository.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Carries decisions out: reads what is known, writes what is known next, sends. */
@Component
class Deletions {

  private static final Logger log = LoggerFactory.getLogger(Deletions.class);
  private static final int BATCH = 50;

  private final DeletionRepository repository;
  private final AccountErasure erasure;
  private final DeletionSettings settings;
  private final Outbox outbox;
  private final IdGenerator ids;

  Deletions(
      DeletionRepository repository,
      AccountErasure erasure,
      DeletionSettings settings,
      Outbox outbox,
      IdGenerator ids) {
    this.repository = repository;
    this.erasure = erasure;
    this.settings = settings;
    this.outbox = outbox;
    this.ids = ids;
  }

  /** The deletion that is under way. */
  Optional<Run> underWay(PersonId person) {
    return repository.underWay(person);
  }

  /**
   * Begins a deletion, or finds the one that is under way.
   *
   * @return empty when the account is not there any more, or not in this version
   */
  @Transactional
  Optional<Run> begin(PersonId person, @Nullable PersonId heir, Optional<Long> seenVersion) {
    return erasure
        .lock(person)
        .filter(account -> seenVersion.map(it -> it == account.version()).orElse(true))
        .map(_ -> repository.underWay(person).orElseGet(() -> begin(person, heir)));
  }

  private Run begin(PersonId person, @Nullable PersonId heir) {
    SagaId saga = new SagaId(ids.generateId());
    Decision<Deletion, NoCall> decided = DeleteUserInUser.begin(person, heir);
    Run run =
        switch (decided.next()) {
          case Begun begun -> repository.begin(saga, begun, settings.askAgain());
          case Unknown _, Erased _, Kept _ ->
              throw new IllegalStateException("a beginning that is none: " + decided.next());
        };
    decided.send().forEach(inSaga(saga)::send);
    log.info("the deletion of {} has begun (saga {})", person, saga);
    return run;
  }

  /** Decides about one run, within the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void decide(
      SagaId saga, Outgoing out, Function<Deletion, Decision<Deletion, NoCall>> decision) {
    carryOut(saga, repository.lock(saga), decision, out);
  }

  /**
   * Asks again about some that have not ended, in one transaction.
   *
   * @return whether there may be more
   */
  @Transactional
  boolean askAboutSome() {
    List<Run> due = repository.lockDue(BATCH);
    due.forEach(
        run -> carryOut(run.saga(), run.known(), DeleteUserInUser::onDue, inSaga(run.saga())));
    return due.size() == BATCH;
  }

  private void carryOut(
      SagaId saga,
      Deletion known,
      Function<Deletion, Decision<Deletion, NoCall>> decision,
      Outgoing out) {
    Decision<Deletion, NoCall> decided = decision.apply(known);
    if (!decided.next().equals(known)) {
      repository.keep(saga, decided.next(), settings.askAgain());
      apply(saga, decided.next(), out);
    }
    decided.send().forEach(out::send);
  }

  private void apply(SagaId saga, Deletion next, Outgoing out) {
    switch (next) {
      case Unknown _ -> {}
      case Begun begun ->
          log.info("the deletion of {} is asked about again (saga {})", begun.person(), saga);
      case Kept kept ->
          log.info("{} stays: {} (saga {})", kept.person(), kept.refusal().code().word(), saga);
      case Erased erased -> {
        erasure.erase(erased.person(), out);
        log.info("{} is erased (saga {})", erased.person(), saga);
      }
    }
  }

  private Outgoing inSaga(SagaId saga) {
    return outbox.inSaga(new SagaRef(DeleteUserSaga.NAME, saga.value()));
  }
}
