package dev.bricklayer.systemtests.createbot;

import static dev.bricklayer.testkit.explorer.Participant.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.bff.createbot.CreateBotInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.constructor.createbot.BotCall;
import dev.bricklayer.constructor.createbot.Reservation;
import dev.bricklayer.constructor.createbot.VerifyCredentials;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.createbot.JobDiscarded;
import dev.bricklayer.contracts.createbot.JobRefused;
import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.createbot.CheckChannel;
import dev.bricklayer.engine.createbot.Plan;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.storage.createbot.StoredJob;
import dev.bricklayer.systemtests.createbot.CreateBotParticipants.Constructed;
import dev.bricklayer.testkit.explorer.Explorer;
import dev.bricklayer.testkit.explorer.Faults;
import dev.bricklayer.testkit.explorer.Finding;
import dev.bricklayer.testkit.explorer.Participant;
import dev.bricklayer.testkit.explorer.SagaModel;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every history of create-bot up to a bound, with the services' real decisions. */
class CreateBotExplorationTest {

  private static final int BOUND = 3_000_000;
  private static final Faults FAULTS = new Faults(1, 1, 1, 2);
  private static final BotId BOT = new BotId(new UUID(0, 1));
  private static final CreateBot COMMAND =
      command(new Credentials.OwnToken(new SealedToken("1", "sealed")));
  private static final CreateBot OF_MANAGED = command(Credentials.Managed.toBeMade());

  private static CreateBot command(Credentials credentials) {
    return new CreateBot(
        BOT,
        new PersonId(new UUID(0, 2)),
        "Stand-up",
        credentials,
        new Job(
            new JobId(new UUID(0, 3)),
            1,
            new JobContent(
                "daily",
                ChannelRef.named("acme", "release"),
                "Stand-up in five minutes",
                ScheduleSpec.ofCron("30 9 * * MON-FRI", "Europe/Berlin"),
                Missed.DEFAULT)),
        "requester",
        Instant.parse("2026-11-30T12:02:00Z"));
  }

  @Test
  void keepsEveryPromiseInEveryHistory() {
    Finding finding = explore(participants(), CreateBotExplorationTest::deadline);

    assertThat(finding).isInstanceOf(Finding.AllHold.class);
    assertThat(((Finding.AllHold) finding).worlds())
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(10_000);
  }

  static Stream<Faults> faultsOfTheLongerWay() {
    return Stream.of(new Faults(1, 0, 1, 2), new Faults(0, 1, 0, 2));
  }

  /** Its way is longer: it is explored with fewer faults at once. */
  @ParameterizedTest
  @MethodSource("faultsOfTheLongerWay")
  void keepsEveryPromiseToManagedBotsInEveryHistory(Faults faults) {
    Finding finding =
        explore(OF_MANAGED, participants(), CreateBotExplorationTest::deadline, faults);

    assertThat(finding).isInstanceOf(Finding.AllHold.class);
    assertThat(((Finding.AllHold) finding).worlds())
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(5_000);
  }

  @Test
  void findsAnAccountThatIsMadeWithoutTheLease() {
    assertThat(promisesBrokenBy(new UnleashedConstructor()))
        .contains("undone, and its account is left behind in Mattermost");
  }

  @Test
  void findsANameThatIsReleasedBeforeItsAccountIsClosed() {
    assertThat(
            promisesBrokenBy(
                new Otherwise(
                    (known, event) ->
                        Decision.become(
                            new Constructed(
                                new Reservation.Gone(event.botId(), event.refusal()),
                                known.account()),
                            new NameReleased(event.botId(), event.refusal())))))
        .contains("undone, and its account is left behind in Mattermost");
  }

  @Test
  void findsAnAccountThatIsMadeBeforeEveryCheckHasPassed() {
    assertThat(promisesBrokenBy(new EagerConstructor()))
        .contains("refused by a check, and there was an account in Mattermost for a while");
  }

  private static List<String> promisesBrokenBy(Participant<?, ?> constructor) {
    return promisesBrokenIn(
        explore(
            OF_MANAGED,
            with(Service.CONSTRUCTOR, constructor),
            CreateBotExplorationTest::deadline,
            new Faults(0, 0, 1, 1)));
  }

  private static List<String> promisesBrokenIn(Finding finding) {
    assertThat(finding).isInstanceOf(Finding.Broken.class);
    return ((Finding.Broken) finding).promises();
  }

  @Test
  void findsATombstoneThatStorageForgets() {
    assertThat(
            promisesBrokenIn(
                explore(
                    with(Service.STORAGE, new ForgetfulStorage()),
                    CreateBotExplorationTest::deadline)))
        .contains("undone, and the job is still stored");
  }

  @Test
  void findsATombstoneThatTheEngineForgets() {
    assertThat(
            promisesBrokenIn(
                explore(
                    with(Service.ENGINE, new ForgetfulEngine()),
                    CreateBotExplorationTest::deadline)))
        .contains("fires though it was undone");
  }

  @Test
  void findsACompensationThatIsLeftOut() {
    assertThat(
            promisesBrokenIn(
                explore(
                    with(
                        Service.CONSTRUCTOR,
                        new Otherwise(
                            (known, event) ->
                                Decision.become(
                                    known, new NameReleased(event.botId(), event.refusal())))),
                    CreateBotExplorationTest::deadline)))
        .contains("undone, and the name is still held");
  }

  @Test
  void findsADeadlineThatDecidesByItself() {
    Finding finding =
        explore(
            participants(),
            known ->
                known instanceof Progress.Working
                    ? Decision.<Progress, NoCall>become(
                        new Progress.Undone(Refusal.of(RefusalCode.DEADLINE, "")),
                        new AbandonCreateBot(BOT, Refusal.of(RefusalCode.DEADLINE, "")))
                    : Decision.stay(known));

    assertThat(promisesBrokenIn(finding)).contains("fires though it was undone");
  }

  @Test
  void findsAnAnswerThatTheMapDoesNotName() {
    Participant<?, ?> constructor =
        new Otherwise(
            (known, event) ->
                Decision.become(known, new BotRefused(event.botId(), event.refusal())));
    assertThatThrownBy(
            () ->
                explore(with(Service.CONSTRUCTOR, constructor), CreateBotExplorationTest::deadline))
        .hasMessageStartingWith("ReleaseNameOnJobDiscarded sends BotRefused");
  }

  private static Finding explore(
      Map<Service, Participant<?, ?>> participants, Function<Object, Decision<?, ?>> deadline) {
    return explore(COMMAND, participants, deadline, FAULTS);
  }

  private static Finding explore(
      CreateBot command,
      Map<Service, Participant<?, ?>> participants,
      Function<Object, Decision<?, ?>> deadline,
      Faults faults) {
    return Explorer.explore(
        new SagaModel(
            CreateBotSaga.MAP,
            participants,
            CreateBotInBff.start(command),
            deadline,
            faults,
            CreateBotPromises::broken),
        BOUND);
  }

  private static Decision<?, ?> deadline(Object known) {
    return CreateBotInBff.onDeadline((Progress) known, BOT);
  }

  private static Map<Service, Participant<?, ?>> participants() {
    Map<Service, Participant<?, ?>> participants = new EnumMap<>(Service.class);
    participants.put(Service.BFF, new CreateBotParticipants.Bff());
    participants.put(Service.CONSTRUCTOR, new CreateBotParticipants.Constructor());
    participants.put(Service.STORAGE, new CreateBotParticipants.Storage());
    participants.put(Service.ENGINE, new CreateBotParticipants.Engine());
    return participants;
  }

  private static Map<Service, Participant<?, ?>> with(Service service, Participant<?, ?> saboteur) {
    Map<Service, Participant<?, ?>> participants = participants();
    participants.put(service, saboteur);
    return participants;
  }

  /** Discards what it has, and does not remember that it was told to when it had nothing. */
  private static final class ForgetfulStorage extends CreateBotParticipants.Storage {

    @Override
    public List<Choice<StoredJob, NoCall>> hears(StoredJob known, Message message) {
      return message instanceof JobRefused event && known instanceof StoredJob.Unknown
          ? only(Decision.become(known, new JobDiscarded(event.botId(), event.refusal())))
          : super.hears(known, message);
    }
  }

  /** Says no when it is asked to give up, and does not remember that. */
  private static final class ForgetfulEngine extends CreateBotParticipants.Engine {

    @Override
    public List<Choice<Plan, CheckChannel>> hears(Plan known, Message message) {
      return message instanceof AbandonCreateBot command && known instanceof Plan.Unknown
          ? only(Decision.become(known, new JobRefused(command.botId(), command.refusal())))
          : super.hears(known, message);
    }
  }

  /** Makes something else of it that the job was discarded. */
  private static final class Otherwise extends CreateBotParticipants.Constructor {

    private final BiFunction<Constructed, JobDiscarded, Decision<Constructed, BotCall>> decided;

    private Otherwise(
        BiFunction<Constructed, JobDiscarded, Decision<Constructed, BotCall>> decided) {
      this.decided = decided;
    }

    @Override
    public List<Choice<Constructed, BotCall>> hears(Constructed known, Message message) {
      return message instanceof JobDiscarded event
          ? only(decided.apply(known, event))
          : super.hears(known, message);
    }
  }

  /** Goes on making what is being closed, or was. */
  private static final class UnleashedConstructor extends CreateBotParticipants.Constructor {

    @Override
    boolean mayMake(Constructed known) {
      return true;
    }
  }

  /** Makes the account while it looks whether it could. */
  private static final class EagerConstructor extends CreateBotParticipants.Constructor {

    @Override
    public List<Choice<Constructed, BotCall>> concludes(Constructed known, BotCall call) {
      return call instanceof VerifyCredentials
          ? super.concludes(known.with(CreateBotParticipants.Account.THERE), call)
          : super.concludes(known, call);
    }
  }
}
