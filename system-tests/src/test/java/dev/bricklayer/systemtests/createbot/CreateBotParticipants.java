package dev.bricklayer.systemtests.createbot;

import dev.bricklayer.bff.createbot.CreateBotInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.createbot.CreateBotInConstructor;
import dev.bricklayer.constructor.createbot.Reservation;
import dev.bricklayer.constructor.createbot.TokenVerdict;
import dev.bricklayer.constructor.createbot.Vacancy;
import dev.bricklayer.constructor.createbot.VerifyToken;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.BotReserved;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.createbot.JobActivated;
import dev.bricklayer.contracts.createbot.JobDiscarded;
import dev.bricklayer.contracts.createbot.JobPlanned;
import dev.bricklayer.contracts.createbot.JobRefused;
import dev.bricklayer.contracts.createbot.JobStored;
import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.engine.createbot.CheckChannel;
import dev.bricklayer.engine.createbot.CreateBotInEngine;
import dev.bricklayer.engine.createbot.Plan;
import dev.bricklayer.engine.planning.FirstRun;
import dev.bricklayer.storage.createbot.CreateBotInStorage;
import dev.bricklayer.storage.createbot.StoredJob;
import dev.bricklayer.testkit.explorer.Participant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The four services of create-bot with their own decisions and all that Mattermost may answer. */
final class CreateBotParticipants {

  private static final BotAccount ACCOUNT = new BotAccount("account-id", "standup");
  private static final PlannedChannel CHANNEL = new PlannedChannel("channel-id", "acme", "release");
  private static final FirstRun AT = new FirstRun.At(Instant.parse("2026-12-01T09:00:00Z"));
  private static final FirstRun NEVER = new FirstRun.Never(RefusalCode.SCHEDULE_IMPOSSIBLE, "");

  private CreateBotParticipants() {}

  /** Constructor. */
  static class Constructor implements Participant<Reservation, VerifyToken> {

    @Override
    public Reservation start() {
      return new Reservation.Unknown();
    }

    @Override
    public List<Choice<Reservation, VerifyToken>> hears(Reservation known, Message message) {
      return switch (message) {
        case CreateBot command ->
            Arrays.stream(Vacancy.values())
                .map(
                    vacancy ->
                        choice(
                            "the name is " + vacancy,
                            CreateBotInConstructor.onCreateBot(known, command, vacancy)))
                .toList();
        case JobActivated event -> only(CreateBotInConstructor.onJobActivated(known, event));
        case JobDiscarded event -> only(CreateBotInConstructor.onJobDiscarded(known, event));
        default -> throw new IllegalArgumentException("constructor does not hear " + message);
      };
    }

    @Override
    public List<Choice<Reservation, VerifyToken>> concludes(Reservation known, VerifyToken call) {
      return Stream.of(
              new TokenVerdict.OfBot(ACCOUNT),
              new TokenVerdict.Invalid(),
              new TokenVerdict.OfPerson(),
              new TokenVerdict.Unopenable())
          .map(
              verdict ->
                  choice(
                      "the token is " + verdict.getClass().getSimpleName(),
                      CreateBotInConstructor.onVerdict(known, call, verdict)))
          .toList();
    }
  }

  /** Storage. */
  static class Storage implements Participant<StoredJob, NoCall> {

    @Override
    public StoredJob start() {
      return new StoredJob.Unknown();
    }

    @Override
    public List<Choice<StoredJob, NoCall>> hears(StoredJob known, Message message) {
      return switch (message) {
        case BotReserved event -> only(CreateBotInStorage.onBotReserved(known, event));
        case JobPlanned event -> only(CreateBotInStorage.onJobPlanned(known, event));
        case JobRefused event -> only(CreateBotInStorage.onJobRefused(known, event));
        default -> throw new IllegalArgumentException("storage does not hear " + message);
      };
    }

    @Override
    public List<Choice<StoredJob, NoCall>> concludes(StoredJob known, NoCall call) {
      return List.of();
    }
  }

  /** The engine. */
  static class Engine implements Participant<Plan, CheckChannel> {

    @Override
    public Plan start() {
      return new Plan.Unknown();
    }

    @Override
    public List<Choice<Plan, CheckChannel>> hears(Plan known, Message message) {
      return switch (message) {
        case JobStored event ->
            Stream.of(AT, NEVER)
                .map(run -> choice(named(run), CreateBotInEngine.onJobStored(known, event, run)))
                .toList();
        case AbandonCreateBot command -> only(CreateBotInEngine.onAbandon(known, command));
        default -> throw new IllegalArgumentException("the engine does not hear " + message);
      };
    }

    @Override
    public List<Choice<Plan, CheckChannel>> concludes(Plan known, CheckChannel call) {
      ChannelVerdict open = new ChannelVerdict.Open(CHANNEL);
      ChannelVerdict closed =
          new ChannelVerdict.Closed(
              RefusalCode.BOT_NOT_MEMBER, ChannelVerdict.Cause.CHANNEL, Map.of());
      return List.of(
          choice("the channel is open", CreateBotInEngine.onVerdict(known, call, open, AT)),
          choice(
              "the channel is open and the instant has passed",
              CreateBotInEngine.onVerdict(known, call, open, NEVER)),
          choice("the channel is closed", CreateBotInEngine.onVerdict(known, call, closed, AT)));
    }

    private static String named(FirstRun run) {
      return run.equals(AT) ? "it has a next run" : "it never runs";
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
        case BotActivated _ -> only(CreateBotInBff.onBotActivated(known));
        case BotRefused event -> only(CreateBotInBff.onUndone(known, event.refusal()));
        case NameReleased event -> only(CreateBotInBff.onUndone(known, event.refusal()));
        default -> throw new IllegalArgumentException("the bff does not hear " + message);
      };
    }

    @Override
    public List<Choice<Progress, NoCall>> concludes(Progress known, NoCall call) {
      return List.of();
    }
  }

  static <S, C> List<Participant.Choice<S, C>> only(Decision<S, C> decision) {
    return List.of(new Participant.Choice<>("", decision));
  }

  private static <S, C> Participant.Choice<S, C> choice(String because, Decision<S, C> decision) {
    return new Participant.Choice<>(because, decision);
  }
}
