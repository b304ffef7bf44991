package dev.bricklayer.systemtests.createbot;

import static dev.bricklayer.testkit.explorer.Participant.only;

import dev.bricklayer.bff.createbot.CreateBotInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.createbot.BotCall;
import dev.bricklayer.constructor.createbot.CreateBotInConstructor;
import dev.bricklayer.constructor.createbot.CredentialsVerdict;
import dev.bricklayer.constructor.createbot.GetAccount;
import dev.bricklayer.constructor.createbot.GiveUpAccount;
import dev.bricklayer.constructor.createbot.Reservation;
import dev.bricklayer.constructor.createbot.TokenVerdict;
import dev.bricklayer.constructor.createbot.Vacancy;
import dev.bricklayer.constructor.createbot.VerifyCredentials;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.contracts.createbot.AccountMade;
import dev.bricklayer.contracts.createbot.AccountRefused;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.BotReserved;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.createbot.CredentialsStored;
import dev.bricklayer.contracts.createbot.JobActivated;
import dev.bricklayer.contracts.createbot.JobChecked;
import dev.bricklayer.contracts.createbot.JobDiscarded;
import dev.bricklayer.contracts.createbot.JobNoted;
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
import dev.bricklayer.testkit.explorer.InsideParticipant;
import dev.bricklayer.testkit.explorer.Participant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The four services of create-bot with their own decisions and all that Mattermost may answer. */
final class CreateBotParticipants {

  private static final BotAccount ACCOUNT = new BotAccount("account-id", "standup");
  private static final PlannedChannel CHANNEL = new PlannedChannel("channel-id", "acme", "release");
  private static final FirstRun AT = new FirstRun.At(Instant.parse("2026-12-01T09:00:00Z"));
  private static final FirstRun NEVER = new FirstRun.Never(RefusalCode.SCHEDULE_IMPOSSIBLE, "");
  private static final FirstRun NO_LONGER =
      new FirstRun.Never(RefusalCode.SCHEDULE_IMPOSSIBLE, "/at");
  private static final Refusal NOT_MEMBER =
      Refusal.of(RefusalCode.REQUESTER_NOT_MEMBER, "/job/channel");
  private static final Refusal NO_LONGER_MEMBER =
      Refusal.of(RefusalCode.BOT_NOT_MEMBER, "/job/channel");

  /** What is said before any account is made. */
  static final Set<Refusal> BEFORE_THE_ACCOUNT =
      Set.of(NOT_MEMBER, Refusal.of(RefusalCode.SCHEDULE_IMPOSSIBLE, "/job/schedule"));

  private CreateBotParticipants() {}

  /** What there is of the bot's managed account in Mattermost. */
  enum Account {
    NONE,
    THERE,
    CLOSED
  }

  /**
   * What constructor knows, and what its calls have made of Mattermost.
   *
   * @param account in Mattermost, whether or not constructor has heard of it
   */
  record Constructed(Reservation reservation, Account account) {

    Constructed with(Account other) {
      return new Constructed(reservation, other);
    }
  }

  /** Constructor, with the managed account in Mattermost. */
  static class Constructor implements Participant<Constructed, BotCall> {

    @Override
    public Constructed start() {
      return new Constructed(new Reservation.Unknown(), Account.NONE);
    }

    @Override
    public List<Choice<Constructed, BotCall>> hears(Constructed known, Message message) {
      Reservation reservation = known.reservation();
      return switch (message) {
        case CreateBot command ->
            Arrays.stream(Vacancy.values())
                .map(
                    vacancy ->
                        choice(
                            "the name is " + vacancy,
                            known,
                            CreateBotInConstructor.onCreateBot(reservation, command, vacancy)))
                .toList();
        case JobChecked event ->
            List.of(choice("", known, CreateBotInConstructor.onJobChecked(reservation, event)));
        case JobActivated event ->
            List.of(choice("", known, CreateBotInConstructor.onJobActivated(reservation, event)));
        case JobDiscarded event ->
            List.of(choice("", known, CreateBotInConstructor.onJobDiscarded(reservation, event)));
        default -> throw new IllegalArgumentException("constructor does not hear " + message);
      };
    }

    @Override
    public List<Choice<Constructed, BotCall>> concludes(Constructed known, BotCall call) {
      return switch (call) {
        case VerifyCredentials verify -> verified(known, verify);
        case GetAccount get -> got(known, get);
        case GiveUpAccount giveUp ->
            List.of(
                choice(
                    "it is closed",
                    closed(known),
                    CreateBotInConstructor.onAccountGivenUp(known.reservation(), giveUp)));
      };
    }

    private static List<Choice<Constructed, BotCall>> verified(
        Constructed known, VerifyCredentials call) {
      Stream<CredentialsVerdict> verdicts =
          switch (call.credentials()) {
            case Credentials.Managed _ ->
                Stream.of(
                    new CredentialsVerdict.AccountPossible(),
                    new CredentialsVerdict.AccountRefused(NOT_MEMBER));
            case Credentials.OwnToken _, Credentials.Shared _ ->
                Stream.of(
                        new TokenVerdict.OfBot(ACCOUNT),
                        new TokenVerdict.Invalid(),
                        new TokenVerdict.OfPerson(),
                        new TokenVerdict.Unopenable())
                    .map(CredentialsVerdict.Token::new);
          };
      return verdicts
          .map(
              verdict ->
                  choice(
                      verdict.toString(),
                      known,
                      CreateBotInConstructor.onVerdict(known.reservation(), call, verdict)))
          .toList();
    }

    private List<Choice<Constructed, BotCall>> got(Constructed known, GetAccount call) {
      Reservation reservation = known.reservation();
      Choice<Constructed, BotCall> refusedBefore =
          choice(
              "it is refused",
              known,
              CreateBotInConstructor.onAccountRefused(reservation, NO_LONGER_MEMBER));
      if (!mayMake(known)) {
        return List.of(
            choice(
                "nobody wants it any more",
                known,
                Decision.<Reservation, NoCall>stay(reservation)));
      }
      Constructed there = known.with(Account.THERE);
      return List.of(
          refusedBefore,
          choice(
              "it is refused after it was made",
              there,
              CreateBotInConstructor.onAccountRefused(reservation, NO_LONGER_MEMBER)),
          choice(
              "it is made",
              there,
              CreateBotInConstructor.onAccountMade(
                  reservation, call, ACCOUNT, new SealedToken("1", "made"))));
    }

    @Override
    public List<Constructed> unheard(Constructed known, BotCall call) {
      return switch (call) {
        case VerifyCredentials _ -> List.of(known);
        case GetAccount _ ->
            mayMake(known) ? List.of(known, known.with(Account.THERE)) : List.of(known);
        case GiveUpAccount _ -> List.of(known, closed(known));
      };
    }

    @Override
    public boolean givesUp(BotCall call) {
      return !(call instanceof GiveUpAccount);
    }

    /** The lease: nothing is made once closing has begun to look. */
    boolean mayMake(Constructed known) {
      return switch (known.reservation()) {
        case Reservation.Making _ -> true;
        case Reservation.Closing _ -> known.account() != Account.CLOSED;
        case Reservation.Unknown _,
            Reservation.Verifying _,
            Reservation.Reserved _,
            Reservation.Approved _,
            Reservation.Made _,
            Reservation.Active _,
            Reservation.Gone _ ->
            false;
      };
    }

    private static Constructed closed(Constructed known) {
      return known.account() == Account.THERE ? known.with(Account.CLOSED) : known;
    }

    static Choice<Constructed, BotCall> choice(
        String because, Constructed known, Decision<Reservation, ?> decision) {
      return new Choice<>(
          because,
          new Decision<>(
              new Constructed(decision.next(), known.account()),
              decision.send(),
              (BotCall) decision.call()));
    }
  }

  /** Storage. */
  static class Storage implements InsideParticipant<StoredJob> {

    @Override
    public StoredJob start() {
      return new StoredJob.Unknown();
    }

    @Override
    public List<Choice<StoredJob, NoCall>> hears(StoredJob known, Message message) {
      return switch (message) {
        case BotReserved event -> only(CreateBotInStorage.onBotReserved(known, event));
        case AccountMade event -> only(CreateBotInStorage.onAccountMade(known, event));
        case JobPlanned event -> only(CreateBotInStorage.onJobPlanned(known, event));
        case JobRefused event -> only(CreateBotInStorage.onJobRefused(known, event));
        default -> throw new IllegalArgumentException("storage does not hear " + message);
      };
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
                .map(
                    run ->
                        new Choice<>(named(run), CreateBotInEngine.onJobStored(known, event, run)))
                .toList();
        case JobNoted event ->
            Stream.of(AT, NEVER)
                .map(
                    run ->
                        new Choice<>(named(run), CreateBotInEngine.onJobNoted(known, event, run)))
                .toList();
        case CredentialsStored event -> only(CreateBotInEngine.onCredentialsStored(known, event));
        case AccountRefused event -> only(CreateBotInEngine.onAccountRefused(known, event));
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
          new Choice<>("the channel is open", CreateBotInEngine.onVerdict(known, call, open, AT)),
          new Choice<>(
              "the channel is open and the instant has passed",
              CreateBotInEngine.onVerdict(known, call, open, NO_LONGER)),
          new Choice<>(
              "the channel is closed", CreateBotInEngine.onVerdict(known, call, closed, AT)));
    }

    private static String named(FirstRun run) {
      return run.equals(AT) ? "it has a next run" : "it never runs";
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
        case BotActivated _ -> only(CreateBotInBff.onBotActivated(known));
        case BotRefused event -> only(CreateBotInBff.onUndone(known, event.refusal()));
        case NameReleased event -> only(CreateBotInBff.onUndone(known, event.refusal()));
        default -> throw new IllegalArgumentException("the bff does not hear " + message);
      };
    }
  }
}
