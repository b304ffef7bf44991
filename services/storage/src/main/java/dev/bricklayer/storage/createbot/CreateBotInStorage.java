package dev.bricklayer.storage.createbot;

import static java.util.Objects.requireNonNull;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.createbot.AccountMade;
import dev.bricklayer.contracts.createbot.BotReserved;
import dev.bricklayer.contracts.createbot.CredentialsStored;
import dev.bricklayer.contracts.createbot.JobActivated;
import dev.bricklayer.contracts.createbot.JobDiscarded;
import dev.bricklayer.contracts.createbot.JobNoted;
import dev.bricklayer.contracts.createbot.JobPlanned;
import dev.bricklayer.contracts.createbot.JobRefused;
import dev.bricklayer.contracts.createbot.JobStored;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.storage.createbot.StoredJob.Current;
import dev.bricklayer.storage.createbot.StoredJob.Gone;
import dev.bricklayer.storage.createbot.StoredJob.Noted;
import dev.bricklayer.storage.createbot.StoredJob.Pending;
import dev.bricklayer.storage.createbot.StoredJob.Unknown;

/**
 * Storage's decisions in create-bot: what it knows and what it hears make what it knows next and
 * what it says. No I/O, so that the explorer can run them in every order.
 */
public final class CreateBotInStorage {

  private static final long PENDING_VERSION = 1;
  private static final long SETTLED_VERSION = 2;

  private CreateBotInStorage() {}

  /**
   * Keeps the job and what credentials there are, unless the saga was undone before it came here.
   */
  public static Decision<StoredJob, NoCall> onBotReserved(StoredJob known, BotReserved event) {
    return switch (known) {
      case Unknown _ ->
          switch (event.credentials()) {
            case Credentials.OwnToken _, Credentials.Shared _ -> stored(event);
            case Credentials.Managed _ -> noted(event);
          };
      case Noted _, Pending _, Current _, Gone _ -> Decision.stay(known);
    };
  }

  private static Decision<StoredJob, NoCall> stored(BotReserved event) {
    return Decision.become(
        new Pending(event.botId(), event.credentials(), event.firstJob()),
        new JobStored(
            event.botId(),
            event.owner(),
            event.credentials(),
            requireNonNull(event.account()),
            event.firstJob(),
            event.requester(),
            event.deadline()),
        state(event.botId(), event.firstJob(), JobState.Status.PENDING, PENDING_VERSION));
  }

  private static Decision<StoredJob, NoCall> noted(BotReserved event) {
    return Decision.become(
        new Noted(event.botId(), event.firstJob()),
        new JobNoted(
            event.botId(), event.firstJob(), requireNonNull(event.requester()), event.deadline()),
        state(event.botId(), event.firstJob(), JobState.Status.PENDING, PENDING_VERSION));
  }

  /** Keeps the sealed token of the account that was made meanwhile. */
  public static Decision<StoredJob, NoCall> onAccountMade(StoredJob known, AccountMade event) {
    return switch (known) {
      case Noted(var botId, var job) ->
          Decision.become(
              new Pending(botId, event.credentials(), job),
              new CredentialsStored(
                  botId,
                  event.owner(),
                  event.credentials(),
                  event.account(),
                  job,
                  event.requester(),
                  event.deadline()));
      case Unknown _, Pending _, Current _, Gone _ -> Decision.stay(known);
    };
  }

  /** The engine fires it: it is current. */
  public static Decision<StoredJob, NoCall> onJobPlanned(StoredJob known, JobPlanned event) {
    return switch (known) {
      case Pending(var botId, _, var job) ->
          Decision.become(
              new Current(botId, job),
              new JobActivated(botId, job, event.channel()),
              state(botId, job, JobState.Status.ACTIVE, SETTLED_VERSION));
      case Unknown _, Noted _, Current _, Gone _ -> Decision.stay(known);
    };
  }

  /** Erases and leaves the tombstone, also where the event to store has not arrived yet. */
  public static Decision<StoredJob, NoCall> onJobRefused(StoredJob known, JobRefused event) {
    Gone gone = new Gone(event.botId(), event.refusal());
    JobDiscarded discarded = new JobDiscarded(event.botId(), event.refusal());
    return switch (known) {
      case Unknown _ -> Decision.become(gone, discarded);
      case Noted(var botId, var job) -> discarded(gone, discarded, botId, job);
      case Pending(var botId, _, var job) -> discarded(gone, discarded, botId, job);
      case Current _, Gone _ -> Decision.stay(known);
    };
  }

  private static Decision<StoredJob, NoCall> discarded(
      Gone gone, JobDiscarded discarded, BotId botId, Job job) {
    return Decision.become(
        gone, discarded, state(botId, job, JobState.Status.DELETED, SETTLED_VERSION));
  }

  private static JobState state(BotId botId, Job job, JobState.Status status, long version) {
    return new JobState(job.id(), botId, job, status, version);
  }
}
