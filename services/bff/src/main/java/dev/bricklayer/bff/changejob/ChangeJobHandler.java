package dev.bricklayer.bff.changejob;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.operation.Beginning;
import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.problems.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins change-job: the operation's row and the command, in one transaction. */
@Component
class ChangeJobHandler {

  private final Operations operations;
  private final Bots bots;
  private final Identities identities;

  ChangeJobHandler(Operations operations, Bots bots, Identities identities) {
    this.operations = operations;
    this.bots = bots;
    this.identities = identities;
  }

  /** A repetition is not asked whether the job is still there: it hears how the first one ended. */
  @Transactional
  public Beginning begin(NewOperation wish, JobChange change, @Nullable Long expectedRevision) {
    Beginning beginning = operations.begin(wish);
    switch (beginning) {
      case Beginning.Begun(var operation) -> {
        requireAsExpected(operation, change, expectedRevision);
        operations.carryOut(
            operation, ChangeJobInBff.start(command(operation, change, expectedRevision)));
      }
      case Beginning.Repeated _, Beginning.KeyOfAnother _ -> {}
    }
    return beginning;
  }

  private void requireAsExpected(
      Operation operation, JobChange change, @Nullable Long expectedRevision) {
    switch (change) {
      case JobChange.Add _ -> {
        if (!bots.has(operation.bot(), operation.person())) {
          throw Problem.notFound();
        }
      }
      case JobChange.Edit _ ->
          bots.statusOf(operation.bot(), jobOf(operation), operation.person())
              .orElseThrow(Problem::notFound)
              .require(expectedRevision);
    }
  }

  private ChangeJob command(
      Operation operation, JobChange change, @Nullable Long expectedRevision) {
    return new ChangeJob(
        operation.bot(),
        jobOf(operation),
        operation.person(),
        identities.mattermostUserOf(operation.person()).map(MattermostUserId::value).orElse(null),
        change,
        expectedRevision,
        operation.deadline());
  }

  private static JobId jobOf(Operation operation) {
    return Objects.requireNonNull(operation.job(), "a change is about a job");
  }
}
