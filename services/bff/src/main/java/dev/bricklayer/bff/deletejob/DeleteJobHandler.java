package dev.bricklayer.bff.deletejob;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobStatus;
import dev.bricklayer.bff.operation.Beginning;
import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.problems.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins delete-job: the operation's row and the command, in one transaction. */
@Component
class DeleteJobHandler {

  private final Operations operations;
  private final Bots bots;

  DeleteJobHandler(Operations operations, Bots bots) {
    this.operations = operations;
    this.bots = bots;
  }

  /** A repetition is not asked whether the job is still there: it hears how the first one ended. */
  @Transactional
  public Beginning begin(NewOperation wish, @Nullable Long expectedRevision) {
    Beginning beginning = operations.begin(wish);
    switch (beginning) {
      case Beginning.Begun(var operation) -> {
        requireDeletable(operation, expectedRevision);
        operations.carryOut(operation, DeleteJobInBff.start(command(operation)));
      }
      case Beginning.Repeated _, Beginning.KeyOfAnother _ -> {}
    }
    return beginning;
  }

  /**
   * What is being created has no end yet that could be taken back: it is refused as locked. Once a
   * job is told to live here, the engine has it.
   */
  private void requireDeletable(Operation operation, @Nullable Long expectedRevision) {
    JobStatus job =
        bots.statusOf(operation.bot(), jobOf(operation), operation.person())
            .orElseThrow(Problem::notFound);
    if (job.status() == JobState.Status.PENDING) {
      throw Refusals.problem(Refusal.of(RefusalCode.LOCKED, ""));
    }
    job.require(expectedRevision);
  }

  static DeleteJob command(Operation operation) {
    return new DeleteJob(operation.bot(), jobOf(operation), operation.person());
  }

  private static JobId jobOf(Operation operation) {
    return Objects.requireNonNull(operation.job(), "a deletion is about a job");
  }
}
