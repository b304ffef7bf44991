package dev.bricklayer.storage.deletejob;

import dev.bricklayer.contracts.deletejob.JobErased;
import dev.bricklayer.contracts.deletejob.JobUnplanned;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.storage.deletejob.StoredOrGone.Gone;
import dev.bricklayer.storage.deletejob.StoredOrGone.Stored;
import dev.bricklayer.storage.deletejob.StoredOrGone.Unknown;

/**
 * Storage's decision in delete-job. Deletion wins: a change that has the job in hand loses it, and
 * hears of that when the engine answers it. No I/O, so that the explorer can run it in every order.
 */
public final class DeleteJobInStorage {

  private static final long NEVER_TOLD = 0;

  private DeleteJobInStorage() {}

  /** Erases it; asked again, says again that it is gone. */
  public static Decision<StoredOrGone, NoCall> onJobUnplanned(
      StoredOrGone known, JobUnplanned event) {
    return switch (known) {
      case Stored(var job, long version) ->
          Decision.become(
              new Gone(job.id(), version + 1),
              erased(event, version + 1),
              new JobState(job.id(), event.botId(), job, JobState.Status.DELETED, version + 1));
      case Gone(_, long version) -> Decision.become(known, erased(event, version));
      case Unknown(var job) ->
          Decision.become(new Gone(job, NEVER_TOLD), erased(event, NEVER_TOLD));
    };
  }

  private static JobErased erased(JobUnplanned event, long version) {
    return new JobErased(event.botId(), event.jobId(), event.beingSent(), version);
  }
}
