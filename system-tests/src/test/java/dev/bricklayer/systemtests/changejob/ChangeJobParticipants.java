package dev.bricklayer.systemtests.changejob;

import static dev.bricklayer.testkit.explorer.Participant.only;

import dev.bricklayer.bff.changejob.ChangeJobInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.changejob.ChangeJobInConstructor;
import dev.bricklayer.constructor.changejob.ChannelJoin;
import dev.bricklayer.constructor.changejob.LetIn;
import dev.bricklayer.constructor.changejob.LetOut;
import dev.bricklayer.constructor.managed.Joining;
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
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.changejob.AbandonChangeJob;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.ChannelJoined;
import dev.bricklayer.contracts.changejob.ChannelLeft;
import dev.bricklayer.contracts.changejob.JobChangeRefused;
import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.contracts.changejob.JobMoved;
import dev.bricklayer.contracts.changejob.JoinRefused;
import dev.bricklayer.contracts.changejob.JoinUnwanted;
import dev.bricklayer.contracts.changejob.JoinWanted;
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
import dev.bricklayer.testkit.explorer.InsideParticipant;
import dev.bricklayer.testkit.explorer.Participant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The services of change-job with their own decisions and all that they may find: that another saga
 * has the job in hand, that it was deleted at any moment, that Mattermost says no.
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
  private static final SealedToken TOKEN = new SealedToken("1", "sealed");
  private static final Refusal NOT_LET_IN =
      Refusal.of(RefusalCode.REQUESTER_NOT_MEMBER, "/channel");
  private static final FirstRun AT = new FirstRun.At(Instant.parse("2026-12-01T09:00:00Z"));
  private static final FirstRun NEVER = new FirstRun.Never(RefusalCode.SCHEDULE_IMPOSSIBLE, "");

  private ChangeJobParticipants() {}

  /** Storage. */
  static class Storage implements InsideParticipant<KnownChange> {

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
                        new Choice<>(
                            "it finds " + found.getClass().getSimpleName(),
                            ChangeJobInStorage.onChangeJob(known, command, found, QUOTA)))
                .toList();
        case RevisionApplied event ->
            List.of(
                new Choice<>("", ChangeJobInStorage.onRevisionApplied(known, event, true)),
                new Choice<>(
                    "the job was deleted meanwhile",
                    ChangeJobInStorage.onRevisionApplied(erased(known), event, true)));
        case ChannelLeft event ->
            List.of(
                new Choice<>("", ChangeJobInStorage.onChannelLeft(known, event)),
                new Choice<>(
                    "the job was deleted meanwhile",
                    ChangeJobInStorage.onChannelLeft(erased(known), event)));
        case RevisionRefused event ->
            List.of(
                new Choice<>("", ChangeJobInStorage.onRevisionRefused(known, event)),
                new Choice<>(
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
  }

  /** What there is of a managed bot in the channel that it is to speak in. */
  enum Membership {
    NEVER,
    IN,
    LEFT
  }

  /**
   * What constructor knows, and what its calls have made of Mattermost.
   *
   * @param membership in the channel of the revision, whether or not constructor has heard of it
   * @param there whether the bot is in the channel of the revision before
   */
  record Let(ChannelJoin join, Membership membership, boolean there) {

    Let with(Membership other) {
      return new Let(join, other, there);
    }
  }

  /** Constructor, with the bot's memberships in Mattermost. */
  static class Constructor implements Participant<Let, Object> {

    @Override
    public Let start() {
      return new Let(new ChannelJoin.Unknown(), Membership.NEVER, true);
    }

    @Override
    public List<Choice<Let, Object>> hears(Let known, Message message) {
      return switch (message) {
        case JoinWanted event ->
            List.of(let("", known, ChangeJobInConstructor.onJoinWanted(known.join(), event)));
        case JoinUnwanted event ->
            List.of(let("", known, ChangeJobInConstructor.onJoinUnwanted(known.join(), event)));
        case JobMoved event -> only(new Decision<Let, Object>(known, List.of(), event));
        default -> throw new IllegalArgumentException("constructor does not hear " + message);
      };
    }

    @Override
    public List<Choice<Let, Object>> concludes(Let known, Object call) {
      return switch (call) {
        case LetIn in -> answered(known, in);
        case LetOut out ->
            List.of(
                let(
                    "it has left",
                    known.with(Membership.LEFT),
                    ChangeJobInConstructor.onLeft(known.join(), out)));
        case JobMoved _ -> List.of(new Choice<>("it has left", Decision.become(gone(known))));
        default -> throw new IllegalArgumentException("constructor does not call " + call);
      };
    }

    private List<Choice<Let, Object>> answered(Let known, LetIn call) {
      if (!mayJoin(known)) {
        return List.of(
            let(
                "nobody wants it any more",
                known,
                ChangeJobInConstructor.onAnswer(known.join(), call, new Joining.Unwanted())));
      }
      Let in = known.with(Membership.IN);
      Joining refused = new Joining.Refused(NOT_LET_IN);
      return List.of(
          let(
              "it is in",
              in,
              ChangeJobInConstructor.onAnswer(known.join(), call, new Joining.Joined())),
          let(
              "it is not let in",
              known,
              ChangeJobInConstructor.onAnswer(known.join(), call, refused)),
          let(
              "it is not let in, and is",
              in,
              ChangeJobInConstructor.onAnswer(known.join(), call, refused)));
    }

    @Override
    public List<Let> unheard(Let known, Object call) {
      return switch (call) {
        case LetIn _ -> mayJoin(known) ? List.of(known, known.with(Membership.IN)) : List.of(known);
        case LetOut _ -> List.of(known, known.with(Membership.LEFT));
        default -> List.of(known, gone(known));
      };
    }

    @Override
    public boolean givesUp(Object call) {
      return call instanceof LetIn;
    }

    /** The lease: nobody joins once leaving has begun. */
    boolean mayJoin(Let known) {
      return switch (known.join()) {
        case ChannelJoin.Joining _ -> true;
        case ChannelJoin.Leaving _ -> known.membership() != Membership.LEFT;
        case ChannelJoin.Unknown _,
            ChannelJoin.Joined _,
            ChannelJoin.Refused _,
            ChannelJoin.Left _ ->
            false;
      };
    }

    private static Let gone(Let known) {
      return new Let(known.join(), known.membership(), false);
    }

    private static Choice<Let, Object> let(
        String because, Let known, Decision<ChannelJoin, ?> decision) {
      return new Choice<>(
          because,
          new Decision<>(
              new Let(decision.next(), known.membership(), known.there()),
              decision.send(),
              decision.call()));
    }
  }

  /** The engine, whose bot speaks with its own token, or is managed. */
  static class Engine implements Participant<KnownRevision, CheckRevision> {

    private final PlannedBot speaker;

    Engine(boolean managed) {
      this.speaker =
          new PlannedBot(
              new BotAccount("account-id", "standup"),
              managed ? new Credentials.Managed(TOKEN) : new Credentials.OwnToken(TOKEN),
              false);
    }

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
                        new Choice<>(
                            "it finds " + named(ground),
                            ChangeJobInEngine.onRevisionStored(known, event, ground)))
                .toList();
        case ChannelJoined event ->
            Stream.of(planned(AT), new Ground.NoJob())
                .map(
                    ground ->
                        new Choice<>(
                            "it finds " + named(ground),
                            ChangeJobInEngine.onChannelJoined(known, event, ground)))
                .toList();
        case JoinRefused event -> only(ChangeJobInEngine.onJoinRefused(known, event));
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
          new Choice<>(
              "the channel is open", ChangeJobInEngine.onVerdict(known, call, open, planned(AT))),
          new Choice<>(
              "the channel is closed",
              ChangeJobInEngine.onVerdict(known, call, closed, planned(AT))),
          new Choice<>(
              "the channel is open and the job was deleted meanwhile",
              ChangeJobInEngine.onVerdict(known, call, open, new Ground.NoJob())));
    }

    private Ground planned(FirstRun firstRun) {
      RunState run = new RunState(JOB, BOT, 1, RunState.Status.RUNNING, null, null, 1);
      return new Ground.Planned(
          speaker,
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
  static class Bff implements InsideParticipant<Progress> {

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
  }
}
