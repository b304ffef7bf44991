package dev.bricklayer.systemtests.changejob;

import dev.bricklayer.bff.changejob.ChangeJobInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.changejob.AbandonChangeJob;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.JobChangeRefused;
import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.contracts.changejob.RevisionApplied;
import dev.bricklayer.contracts.changejob.RevisionDropped;
import dev.bricklayer.contracts.changejob.RevisionRefused;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.changejob.ChangeJobInEngine;
import dev.bricklayer.engine.changejob.CheckRevision;
import dev.bricklayer.engine.changejob.Ground;
import dev.bricklayer.engine.changejob.KnownRevision;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.engine.planning.FirstRun;
import dev.bricklayer.engine.planning.PlannedBot;
import dev.bricklayer.engine.planning.PlannedNow;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.storage.changejob.ChangeJobInStorage;
import dev.bricklayer.storage.changejob.JobFound;
import dev.bricklayer.storage.changejob.KnownChange;
import dev.bricklayer.testkit.explorer.Participant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The three services of change-job with their own decisions and all that they may find: that
 * another saga has the job in hand, that it was deleted at any moment, that Mattermost says no.
 */
final class ChangeJobParticipants {

  static final BotId BOT = new BotId(new UUID(0, 1));
  static final JobId JOB = new JobId(new UUID(0, 3));
  private static final int QUOTA = 50;
  private static final PlannedChannel CHANNEL = new PlannedChannel("channel-id", "acme", "release");
  private static final Job CURRENT =
      new Job(
          JOB,
          1,
          new JobContent(
              "daily",
              ChannelRef.named("acme", "release"),
              "Stand-up in five minutes",
              ScheduleSpec.ofCron("30 9 * * MON-FRI", "Europe/Berlin"),
              Missed.DEFAULT));
  private static final PlannedBot SPEAKER =
      new PlannedBot(
          new BotAccount("account-id", "standup"),
          new Credentials.OwnToken(new SealedToken("1", "sealed")),
          false);
  private static final FirstRun AT = new FirstRun.At(Instant.parse("2026-12-01T09:00:00Z"));
  private static final FirstRun NEVER = new FirstRun.Never(RefusalCode.SCHEDULE_IMPOSSIBLE, "");

  private ChangeJobParticipants() {}

  /** Storage. */
  static class Storage implements Participant<KnownChange, NoCall> {

    @Override
    public KnownChange start() {
      return new KnownChange.Unknown();
    }

    @Override
    public List<Choice<KnownChange, NoCall>> hears(KnownChange known, Message message) {
      return switch (message) {
        case ChangeJob command ->
            found()
                .map(
                    found ->
                        choice(
                            "it finds " + found.getClass().getSimpleName(),
                            ChangeJobInStorage.onChangeJob(known, command, found, QUOTA)))
                .toList();
        case RevisionApplied event ->
            List.of(
                choice("", ChangeJobInStorage.onRevisionApplied(known, event, true)),
                choice(
                    "the job was deleted meanwhile",
                    ChangeJobInStorage.onRevisionApplied(erased(known), event, true)));
        case RevisionRefused event ->
            List.of(
                choice("", ChangeJobInStorage.onRevisionRefused(known, event)),
                choice(
                    "the job was deleted meanwhile",
                    ChangeJobInStorage.onRevisionRefused(erased(known), event)));
        default -> throw new IllegalArgumentException("storage does not hear " + message);
      };
    }

    /** The revision that waited goes with its job; a tombstone of the change stays. */
    private static KnownChange erased(KnownChange known) {
      return known instanceof KnownChange.Waiting ? new KnownChange.Unknown() : known;
    }

    private static Stream<JobFound> found() {
      return Stream.of(
          new JobFound.Here(CURRENT, JobState.Status.ACTIVE, false, false, 2),
          new JobFound.Here(CURRENT, JobState.Status.ACTIVE, true, false, 2),
          new JobFound.NoJob(0, false),
          new JobFound.NoBot());
    }

    @Override
    public List<Choice<KnownChange, NoCall>> concludes(KnownChange known, NoCall call) {
      return List.of();
    }
  }

  /** The engine. */
  static class Engine implements Participant<KnownRevision, CheckRevision> {

    @Override
    public KnownRevision start() {
      return new KnownRevision.Unknown();
    }

    @Override
    public List<Choice<KnownRevision, CheckRevision>> hears(KnownRevision known, Message message) {
      return switch (message) {
        case RevisionStored event ->
            Stream.of(planned(AT), planned(NEVER), new Ground.NoJob(), new Ground.NoBot())
                .map(
                    ground ->
                        choice(
                            "it finds " + named(ground),
                            ChangeJobInEngine.onRevisionStored(known, event, ground)))
                .toList();
        case AbandonChangeJob command -> only(ChangeJobInEngine.onAbandon(known, command));
        default -> throw new IllegalArgumentException("the engine does not hear " + message);
      };
    }

    @Override
    public List<Choice<KnownRevision, CheckRevision>> concludes(
        KnownRevision known, CheckRevision call) {
      ChannelVerdict open = new ChannelVerdict.Open(CHANNEL);
      ChannelVerdict closed =
          new ChannelVerdict.Closed(
              RefusalCode.BOT_NOT_MEMBER, ChannelVerdict.Cause.CHANNEL, Map.of());
      return List.of(
          choice(
              "the channel is open", ChangeJobInEngine.onVerdict(known, call, open, planned(AT))),
          choice(
              "the channel is closed",
              ChangeJobInEngine.onVerdict(known, call, closed, planned(AT))),
          choice(
              "the channel is open and the job was deleted meanwhile",
              ChangeJobInEngine.onVerdict(known, call, open, new Ground.NoJob())));
    }

    private static Ground planned(FirstRun firstRun) {
      RunState run = new RunState(JOB, BOT, 1, RunState.Status.RUNNING, null, null, 1);
      return new Ground.Planned(
          SPEAKER,
          firstRun,
          new PlannedNow(CHANNEL, CURRENT.content().schedule(), false, run, false, false));
    }

    private static String named(Ground ground) {
      return ground instanceof Ground.Planned(_, var firstRun, _)
          ? "the job, and " + (firstRun.equals(AT) ? "a next run" : "no next run")
          : ground.getClass().getSimpleName();
    }
  }

  /** The bff. */
  static class Bff implements Participant<Progress, NoCall> {

    @Override
    public Progress start() {
      return new Progress.Working(false);
    }

    @Override
    public List<Choice<Progress, NoCall>> hears(Progress known, Message message) {
      return switch (message) {
        case JobChanged _ -> only(ChangeJobInBff.onJobChanged(known));
        case JobChangeRefused event -> only(ChangeJobInBff.onUndone(known, event.refusal()));
        case RevisionDropped event -> only(ChangeJobInBff.onUndone(known, event.refusal()));
        default -> throw new IllegalArgumentException("the bff does not hear " + message);
      };
    }

    @Override
    public List<Choice<Progress, NoCall>> concludes(Progress known, NoCall call) {
      return List.of();
    }
  }

  static <S, C> List<Participant.Choice<S, C>> only(Decision<S, C> decision) {
    return List.of(choice("", decision));
  }

  static <S, C> Participant.Choice<S, C> choice(String because, Decision<S, C> decision) {
    return new Participant.Choice<>(because, decision);
  }
}
