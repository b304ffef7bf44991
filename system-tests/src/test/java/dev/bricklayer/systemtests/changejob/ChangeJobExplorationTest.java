package dev.bricklayer.systemtests.changejob;

import static dev.bricklayer.systemtests.changejob.ChangeJobParticipants.BOT;
import static dev.bricklayer.systemtests.changejob.ChangeJobParticipants.JOB;
import static dev.bricklayer.testkit.explorer.Participant.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.changejob.ChangeJobInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changejob.AbandonChangeJob;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.ChangeJobSaga;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.changejob.JobMoved;
import dev.bricklayer.contracts.changejob.RevisionDropped;
import dev.bricklayer.contracts.changejob.RevisionRefused;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.changejob.CheckRevision;
import dev.bricklayer.engine.changejob.KnownRevision;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.storage.changejob.KnownChange;
import dev.bricklayer.systemtests.changejob.ChangeJobParticipants.Let;
import dev.bricklayer.testkit.explorer.Explorer;
import dev.bricklayer.testkit.explorer.Faults;
import dev.bricklayer.testkit.explorer.Finding;
import dev.bricklayer.testkit.explorer.Participant;
import dev.bricklayer.testkit.explorer.SagaModel;
import dev.bricklayer.testkit.explorer.SagaWorld;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every history of change-job up to a bound, with the services' real decisions. */
class ChangeJobExplorationTest {

  private static final int BOUND = 3_000_000;
  private static final Faults FAULTS = new Faults(1, 1, 1, 2);
  private static final PersonId PERSON = new PersonId(new UUID(0, 2));

  /** Asks Mattermost, and may turn out to be impossible. */
  private static final JobChange.Edit ANOTHER_TIME =
      new JobChange.Edit(
          null, null, null, ScheduleSpec.ofCron("45 9 * * *", "Europe/Berlin"), null, null);

  /** Of a managed bot, which has to be let into the channel. */
  private static final JobChange.Edit ANOTHER_CHANNEL =
      new JobChange.Edit(null, ChannelRef.named("acme", "dev"), null, null, null, null);

  @Test
  void keepsEveryPromiseOfAnEditInEveryHistory() {
    assertThat(worldsOf(explore(ANOTHER_TIME, participants())))
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(10_000);
  }

  @Test
  void keepsEveryPromiseOfAPauseInEveryHistory() {
    assertThat(worldsOf(explore(JobChange.Edit.pause(), participants())))
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(1_000);
  }

  static Stream<Faults> faultsOfTheLongerWay() {
    return Stream.of(new Faults(1, 0, 1, 2), new Faults(0, 1, 0, 2));
  }

  /** Its way is longer: it is explored with fewer faults at once. */
  @ParameterizedTest
  @MethodSource("faultsOfTheLongerWay")
  void keepsEveryPromiseOfAMoveOfAManagedBotInEveryHistory(Faults faults) {
    assertThat(worldsOf(move(managed(), faults)))
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(10_000);
  }

  /** Its look finds it outside of its channel, and it goes by way of constructor after all. */
  @Test
  void keepsEveryPromiseToAManagedBotThatWasThrownOut() {
    Finding finding =
        explore(
            ANOTHER_TIME,
            managed(),
            known -> ChangeJobInBff.onDeadline((Progress) known, BOT, JOB),
            new Faults(0, 0, 1, 1),
            ChangeJobPromises::broken);

    assertThat(worldsOf(finding))
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(1_000);
  }

  @Test
  void findsABotThatJoinsWithoutTheLease() {
    assertThat(promisesBrokenBy(Service.CONSTRUCTOR, new UnleashedConstructor()))
        .contains("not in force, and the bot is in the channel that it joined for it");
  }

  @Test
  void findsABotThatStaysWhereItWasLetInForNothing() {
    assertThat(promisesBrokenBy(Service.ENGINE, new CarelessEngine()))
        .contains("not in force, and the bot is in the channel that it joined for it");
  }

  @Test
  void findsABotThatStaysWhereItNoLongerSpeaks() {
    assertThat(promisesBrokenBy(Service.ENGINE, new SilentEngine()))
        .contains("moved, and the bot is still where it was");
  }

  private static List<String> promisesBrokenBy(Service service, Participant<?, ?> saboteur) {
    Map<Service, Participant<?, ?>> participants = managed();
    participants.put(service, saboteur);
    Finding finding = move(participants, new Faults(0, 0, 1, 1));
    assertThat(finding).isInstanceOf(Finding.Broken.class);
    return ((Finding.Broken) finding).promises();
  }

  private static Finding move(Map<Service, Participant<?, ?>> participants, Faults faults) {
    return explore(
        ANOTHER_CHANNEL,
        participants,
        known -> ChangeJobInBff.onDeadline((Progress) known, BOT, JOB),
        faults,
        ChangeJobPromises::brokenByAMove);
  }

  @Test
  void findsATombstoneThatStorageForgets() {
    assertBroken(with(Service.STORAGE, new ForgetfulStorage()));
  }

  @Test
  void findsATombstoneThatTheEngineForgets() {
    assertBroken(with(Service.ENGINE, new ForgetfulEngine()));
  }

  @Test
  void findsARevisionThatIsNeverDropped() {
    assertBroken(with(Service.STORAGE, new KeepingStorage()));
  }

  @Test
  void findsADeadlineThatDecidesByItself() {
    Finding finding =
        explore(
            ANOTHER_TIME,
            participants(),
            known ->
                known instanceof Progress.Working
                    ? Decision.<Progress, NoCall>become(
                        new Progress.Undone(Refusal.of(RefusalCode.DEADLINE, "")),
                        new AbandonChangeJob(BOT, JOB, Refusal.of(RefusalCode.DEADLINE, "")))
                    : Decision.stay(known));

    assertThat(finding).isInstanceOf(Finding.Broken.class);
    assertThat(((Finding.Broken) finding).promises()).contains("in force though it was undone");
  }

  private static int worldsOf(Finding finding) {
    assertThat(finding).isInstanceOf(Finding.AllHold.class);
    return ((Finding.AllHold) finding).worlds();
  }

  private static void assertBroken(Map<Service, Participant<?, ?>> participants) {
    assertThat(explore(ANOTHER_TIME, participants)).isInstanceOf(Finding.Broken.class);
  }

  private static Finding explore(
      JobChange.Edit edit, Map<Service, Participant<?, ?>> participants) {
    return explore(
        edit, participants, known -> ChangeJobInBff.onDeadline((Progress) known, BOT, JOB));
  }

  private static Finding explore(
      JobChange.Edit edit,
      Map<Service, Participant<?, ?>> participants,
      Function<Object, Decision<?, ?>> deadline) {
    return explore(edit, participants, deadline, FAULTS, ChangeJobPromises::broken);
  }

  private static Finding explore(
      JobChange.Edit edit,
      Map<Service, Participant<?, ?>> participants,
      Function<Object, Decision<?, ?>> deadline,
      Faults faults,
      Function<SagaWorld, List<String>> promises) {
    ChangeJob command =
        new ChangeJob(BOT, JOB, PERSON, null, edit, 1L, Instant.parse("2026-11-30T12:02:00Z"));
    return Explorer.explore(
        new SagaModel(
            ChangeJobSaga.MAP,
            participants,
            ChangeJobInBff.start(command),
            deadline,
            faults,
            promises),
        BOUND);
  }

  private static Map<Service, Participant<?, ?>> participants() {
    Map<Service, Participant<?, ?>> participants = new EnumMap<>(Service.class);
    participants.put(Service.BFF, new ChangeJobParticipants.Bff());
    participants.put(Service.STORAGE, new ChangeJobParticipants.Storage());
    participants.put(Service.ENGINE, new ChangeJobParticipants.Engine(false));
    participants.put(Service.CONSTRUCTOR, new ChangeJobParticipants.Constructor());
    return participants;
  }

  private static Map<Service, Participant<?, ?>> managed() {
    Map<Service, Participant<?, ?>> participants = participants();
    participants.put(Service.ENGINE, new ChangeJobParticipants.Engine(true));
    return participants;
  }

  private static Map<Service, Participant<?, ?>> with(Service service, Participant<?, ?> saboteur) {
    Map<Service, Participant<?, ?>> participants = participants();
    participants.put(service, saboteur);
    return participants;
  }

  /** Says that it dropped what it never heard of, and does not remember that. */
  private static final class ForgetfulStorage extends ChangeJobParticipants.Storage {

    @Override
    public List<Choice<KnownChange, NoCall>> hears(KnownChange known, Message message) {
      return message instanceof RevisionRefused(var bot, var job, var why)
              && known instanceof KnownChange.Unknown
          ? only(Decision.become(known, new RevisionDropped(bot, job, why)))
          : super.hears(known, message);
    }
  }

  /** Says no when it is asked to give up, and does not remember that. */
  private static final class ForgetfulEngine extends ChangeJobParticipants.Engine {

    ForgetfulEngine() {
      super(false);
    }

    @Override
    public List<Choice<KnownRevision, CheckRevision>> hears(KnownRevision known, Message message) {
      return message instanceof AbandonChangeJob(var bot, var job, var why)
              && known instanceof KnownRevision.Unknown
          ? only(Decision.become(known, new RevisionRefused(bot, job, why)))
          : super.hears(known, message);
    }
  }

  /** Joins whatever has become of the change meanwhile. */
  private static final class UnleashedConstructor extends ChangeJobParticipants.Constructor {
    @Override
    boolean mayJoin(Let known) {
      return true;
    }
  }

  /** Has a revision dropped as if nobody had been let in for it. */
  private static final class CarelessEngine extends ChangeJobParticipants.Engine {

    CarelessEngine() {
      super(true);
    }

    @Override
    public List<Choice<KnownRevision, CheckRevision>> hears(KnownRevision known, Message message) {
      return message instanceof AbandonChangeJob(var bot, var job, var why)
              && known instanceof KnownRevision.Joining
          ? only(
              Decision.become(
                  new KnownRevision.Gone(job, why, false), new RevisionRefused(bot, job, why)))
          : super.hears(known, message);
    }
  }

  /** Tells nobody that a job has moved. */
  private static final class SilentEngine extends ChangeJobParticipants.Engine {

    SilentEngine() {
      super(true);
    }

    @Override
    public List<Choice<KnownRevision, CheckRevision>> concludes(
        KnownRevision known, CheckRevision call) {
      return super.concludes(known, call).stream().map(SilentEngine::silenced).toList();
    }

    private static Choice<KnownRevision, CheckRevision> silenced(
        Choice<KnownRevision, CheckRevision> made) {
      Decision<KnownRevision, CheckRevision> decision = made.decision();
      List<Message> send =
          decision.send().stream().filter(message -> !(message instanceof JobMoved)).toList();
      return new Choice<>(made.because(), new Decision<>(decision.next(), send, decision.call()));
    }
  }

  /** Never drops a revision that waits. */
  private static final class KeepingStorage extends ChangeJobParticipants.Storage {

    @Override
    public List<Choice<KnownChange, NoCall>> hears(KnownChange known, Message message) {
      return message instanceof RevisionRefused(var bot, var job, var why)
              && known instanceof KnownChange.Waiting
          ? only(Decision.become(known, new RevisionDropped(bot, job, why)))
          : super.hears(known, message);
    }
  }
}
