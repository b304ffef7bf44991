package dev.bricklayer.engine.deletejob;

import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.deletejob.JobUnplanned;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.deletejob.PlannedOrGone.Gone;
import dev.bricklayer.engine.deletejob.PlannedOrGone.Planned;
import dev.bricklayer.engine.deletejob.PlannedOrGone.Unknown;

/**
 * The engine's decision in delete-job. It asks nobody and never says no. No I/O, so that the
 * explorer can run it in every order.
 */
public final class DeleteJobInEngine {

  private DeleteJobInEngine() {}

  /** The pivot; asked again, says again that it is taken. */
  public static Decision<PlannedOrGone, NoCall> onDeleteJob(
      PlannedOrGone known, DeleteJob command) {
    return switch (known) {
      case Unknown(var job) -> Decision.become(new Gone(job, false), unplanned(command, false));
      case Planned(var now) ->
          Decision.become(
              new Gone(command.jobId(), now.beingSent()),
              unplanned(command, now.beingSent()),
              deleted(now.run()));
      case Gone(_, boolean beingSent) -> Decision.become(known, unplanned(command, beingSent));
    };
  }

  private static JobUnplanned unplanned(DeleteJob command, boolean beingSent) {
    return new JobUnplanned(command.botId(), command.jobId(), beingSent);
  }

  private static RunState deleted(RunState run) {
    return new RunState(
        run.jobId(),
        run.botId(),
        run.revision(),
        RunState.Status.DELETED,
        null,
        null,
        run.version() + 1);
  }
}
