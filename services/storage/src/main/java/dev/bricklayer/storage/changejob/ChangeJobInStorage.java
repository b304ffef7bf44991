package dev.bricklayer.storage.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.ChannelLeft;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.changejob.JobChange.Wanted;
import dev.bricklayer.contracts.changejob.JobChangeRefused;
import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.contracts.changejob.JobPart;
import dev.bricklayer.contracts.changejob.RevisionApplied;
import dev.bricklayer.contracts.changejob.RevisionDropped;
import dev.bricklayer.contracts.changejob.RevisionRefused;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.storage.changejob.KnownChange.Current;
import dev.bricklayer.storage.changejob.KnownChange.Dropped;
import dev.bricklayer.storage.changejob.KnownChange.Unknown;
import dev.bricklayer.storage.changejob.KnownChange.Waiting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Storage's decisions in change-job: what it knows of the change and what it hears make what it
 * knows next and what it says. The revision in force is never touched before the pivot. No I/O, so
 * that the explorer can run them in every order.
 */
public final class ChangeJobInStorage {

  private static final long FIRST = 1;

  private ChangeJobInStorage() {}

  /**
   * Keeps the new revision and takes the job in hand, unless something stands against it.
   *
   * @param quota the most jobs that one bot may have
   */
  public static Decision<KnownChange, NoCall> onChangeJob(
      KnownChange known, ChangeJob command, JobFound found, int quota) {
    return switch (known) {
      case Unknown _ ->
          switch (command.change()) {
            case JobChange.Add add -> added(command, add, found, quota);
            case JobChange.Edit edit -> edited(command, edit, found);
          };
      case Waiting _, Current _, Dropped _ -> Decision.stay(known);
    };
  }

  /**
   * The engine fires by it: it is current. A change whose job was deleted in between is not: its
   * row is gone, and deletion wins.
   *
   * @param botLives whether the job's bot is still here
   */
  public static Decision<KnownChange, NoCall> onRevisionApplied(
      KnownChange known, RevisionApplied event, boolean botLives) {
    return switch (known) {
      case Waiting waiting -> current(waiting, event);
      case Unknown _ -> dropped(event.botId(), event.jobId(), deleted(botLives), List.of());
      case Current _, Dropped _ -> Decision.stay(known);
    };
  }

  /** Drops what waits and leaves the tombstone, also where the command has not arrived yet. */
  public static Decision<KnownChange, NoCall> onRevisionRefused(
      KnownChange known, RevisionRefused event) {
    return drop(known, event.botId(), event.jobId(), event.refusal());
  }

  /** The same for a revision for which a channel was to be joined. */
  public static Decision<KnownChange, NoCall> onChannelLeft(KnownChange known, ChannelLeft event) {
    return drop(known, event.botId(), event.jobId(), event.refusal());
  }

  private static Decision<KnownChange, NoCall> drop(
      KnownChange known, BotId bot, JobId job, Refusal refusal) {
    return switch (known) {
      case Unknown _ -> dropped(bot, job, refusal, List.of());
      case Waiting waiting -> dropped(bot, job, refusal, takenBack(waiting));
      case Current _, Dropped _ -> Decision.stay(known);
    };
  }

  private static Decision<KnownChange, NoCall> added(
      ChangeJob command, JobChange.Add add, JobFound found, int quota) {
    return switch (found) {
      case JobFound.NoBot _ -> refused(command, RefusalCode.BOT_DELETED, "");
      case JobFound.BotInMaking _ -> refused(command, RefusalCode.LOCKED, "");
      case JobFound.Here _ -> refused(command, RefusalCode.VERSION_CONFLICT, "");
      case JobFound.NoJob(int jobs, _) when jobs >= quota -> refused(command, full(quota));
      case JobFound.NoJob(_, boolean taken) when taken ->
          refused(command, RefusalCode.SHORT_NAME_TAKEN, JobPart.SHORT_NAME.pointer());
      case JobFound.NoJob _ -> waitingToBe(command, new Job(command.jobId(), FIRST, add.content()));
    };
  }

  private static Decision<KnownChange, NoCall> waitingToBe(ChangeJob command, Job job) {
    return Decision.become(
        new Waiting(command.botId(), job, false, true, FIRST),
        stored(command, job, false, command.change().parts()),
        new JobState(job.id(), command.botId(), job, JobState.Status.PENDING, FIRST));
  }

  private static Decision<KnownChange, NoCall> edited(
      ChangeJob command, JobChange.Edit edit, JobFound found) {
    return switch (found) {
      case JobFound.NoBot _ -> refused(command, RefusalCode.BOT_DELETED, "");
      case JobFound.NoJob _ -> refused(command, RefusalCode.JOB_DELETED, "");
      case JobFound.BotInMaking _ -> refused(command, RefusalCode.LOCKED, "");
      case JobFound.Here here when here.locked() -> refused(command, RefusalCode.LOCKED, "");
      case JobFound.Here here when isOutdated(command, here) ->
          refused(command, RefusalCode.VERSION_CONFLICT, "");
      case JobFound.Here here when here.nameTaken() ->
          refused(command, RefusalCode.SHORT_NAME_TAKEN, JobPart.SHORT_NAME.pointer());
      case JobFound.Here here -> waiting(command, edit, here);
    };
  }

  private static boolean isOutdated(ChangeJob command, JobFound.Here here) {
    Long expected = command.expectedRevision();
    return expected != null && expected != here.job().revision();
  }

  private static Decision<KnownChange, NoCall> waiting(
      ChangeJob command, JobChange.Edit edit, JobFound.Here here) {
    Job now = here.job();
    Job next = new Job(now.id(), now.revision() + 1, edit.applyTo(now.content()));
    boolean wasPaused = here.status() == JobState.Status.PAUSED;
    boolean paused = edit.status() == null ? wasPaused : edit.status() == Wanted.PAUSED;
    return Decision.become(
        new Waiting(command.botId(), next, paused, false, here.version()),
        stored(command, next, paused, changed(edit, now.content(), next.content())));
  }

  /** A wish to fire counts as a change also where the job is not paused: it may stand still. */
  private static Set<JobPart> changed(JobChange.Edit edit, JobContent from, JobContent to) {
    Set<JobPart> changed = EnumSet.noneOf(JobPart.class);
    note(changed, JobPart.SHORT_NAME, from.shortName(), to.shortName());
    note(changed, JobPart.CHANNEL, from.channel(), to.channel());
    note(changed, JobPart.TEXT, from.text(), to.text());
    note(changed, JobPart.SCHEDULE, from.schedule(), to.schedule());
    note(changed, JobPart.MISSED, from.missed(), to.missed());
    note(changed, JobPart.NOT_BEFORE, from.notBefore(), to.notBefore());
    if (edit.status() != null) {
      changed.add(JobPart.STATUS);
    }
    return changed;
  }

  private static void note(
      Set<JobPart> changed, JobPart part, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changed.add(part);
    }
  }

  private static RevisionStored stored(
      ChangeJob command, Job job, boolean paused, Set<JobPart> changed) {
    return new RevisionStored(
        command.botId(),
        command.requester(),
        command.mattermostUser(),
        command.change(),
        job,
        paused,
        changed,
        command.deadline());
  }

  private static Decision<KnownChange, NoCall> current(Waiting waiting, RevisionApplied event) {
    JobState.Status status = waiting.paused() ? JobState.Status.PAUSED : JobState.Status.ACTIVE;
    long version = waiting.version() + 1;
    return Decision.become(
        new Current(waiting.job().id()),
        new JobChanged(
            waiting.botId(),
            waiting.job(),
            status,
            event.channel(),
            event.nextRunAt(),
            event.beingSent(),
            version),
        new JobState(waiting.job().id(), waiting.botId(), waiting.job(), status, version));
  }

  private static List<Message> takenBack(Waiting waiting) {
    return waiting.added()
        ? List.of(
            new JobState(
                waiting.job().id(),
                waiting.botId(),
                waiting.job(),
                JobState.Status.DELETED,
                waiting.version() + 1))
        : List.of();
  }

  private static Decision<KnownChange, NoCall> dropped(
      BotId botId, JobId jobId, Refusal refusal, List<Message> more) {
    List<Message> send = new ArrayList<>(List.of(new RevisionDropped(botId, jobId, refusal)));
    send.addAll(more);
    return new Decision<>(new Dropped(jobId, refusal), send, null);
  }

  private static Decision<KnownChange, NoCall> refused(
      ChangeJob command, RefusalCode code, String pointer) {
    return refused(command, Refusal.of(code, pointer));
  }

  private static Decision<KnownChange, NoCall> refused(ChangeJob command, Refusal refusal) {
    return Decision.become(
        new Dropped(command.jobId(), refusal),
        new JobChangeRefused(command.botId(), command.jobId(), refusal));
  }

  private static Refusal deleted(boolean botLives) {
    return Refusal.of(botLives ? RefusalCode.JOB_DELETED : RefusalCode.BOT_DELETED, "");
  }

  private static Refusal full(int quota) {
    return new Refusal(RefusalCode.QUOTA_REACHED, "", Map.of("jobs", Integer.toString(quota)));
  }
}
