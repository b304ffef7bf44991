package dev.bricklayer.systemtests.deletejob;

import static dev.bricklayer.testkit.explorer.Participant.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.deletejob.DeleteJobInBff;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.deletejob.DeleteJobSaga;
import dev.bricklayer.contracts.deletejob.JobErased;
import dev.bricklayer.contracts.deletejob.JobUnplanned;
import dev.bricklayer.contracts.saga.Decision;
import dev.bricklayer.contracts.saga.NoCall;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.deletejob.DeleteJobInEngine;
import dev.bricklayer.engine.deletejob.PlannedOrGone;
import dev.bricklayer.engine.planning.PlannedNow;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.storage.deletejob.DeleteJobInStorage;
import dev.bricklayer.storage.deletejob.StoredOrGone;
import dev.bricklayer.testkit.explorer.Explorer;
import dev.bricklayer.testkit.explorer.Faults;
import dev.bricklayer.testkit.explorer.Finding;
import dev.bricklayer.testkit.explorer.InsideParticipant;
import dev.bricklayer.testkit.explorer.Participant;
import dev.bricklayer.testkit.explorer.SagaModel;
import dev.bricklayer.testkit.explorer.SagaWorld;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every history of delete-job up to a bound, with the services' real decisions. */
class DeleteJobExplorationTest {

  private static final int BOUND = 3_000_000;
  private static final Faults FAULTS = new Faults(1, 1, 0, 2);
  private static final BotId BOT = new BotId(new UUID(0, 1));
  private static final JobId JOB = new JobId(new UUID(0, 3));
  private static final DeleteJob COMMAND = new DeleteJob(BOT, JOB, new PersonId(new UUID(0, 2)));
  private static final Job STORED =
      new Job(
          JOB,
          1,
          new JobContent(
              "daily",
              ChannelRef.named("acme", "release"),
              "Stand-up in five minutes",
              ScheduleSpec.ofCron("30 9 * * MON-FRI", "Europe/Berlin"),
              Missed.DEFAULT));

  @Test
  void keepsEveryPromiseInEveryHistory() {
    Finding finding = explore(new Engine(), new Storage(), new Constructor());

    assertThat(finding).isInstanceOf(Finding.AllHold.class);
    assertThat(((Finding.AllHold) finding).worlds())
        .as("worlds: a handful would mean that nothing was explored")
        .isGreaterThan(200);
  }

  @Test
  void findsAnEngineThatKeepsFiring() {
    assertThat(explore(new FiringEngine(), new Storage(), new Constructor()))
        .isInstanceOf(Finding.Broken.class);
  }

  @Test
  void findsAStorageThatKeepsTheJob() {
    assertThat(explore(new Engine(), new KeepingStorage(), new Constructor()))
        .isInstanceOf(Finding.Broken.class);
  }

  @Test
  void findsAStorageThatAnswersOnlyWhatItErases() {
    assertThat(explore(new Engine(), new CuriousStorage(), new Constructor()))
        .isInstanceOf(Finding.Broken.class);
  }

  @Test
  void findsABotThatStaysInAChannelWhereItHasNoJob() {
    assertThat(explore(new Engine(), new Storage(), new StayingConstructor()))
        .isInstanceOf(Finding.Broken.class);
  }

  private static Finding explore(Engine engine, Storage storage, Constructor constructor) {
    Map<Service, Participant<?, ?>> participants = new EnumMap<>(Service.class);
    participants.put(Service.BFF, new Bff());
    participants.put(Service.ENGINE, engine);
    participants.put(Service.STORAGE, storage);
    participants.put(Service.CONSTRUCTOR, constructor);
    return Explorer.explore(
        new SagaModel(
            DeleteJobSaga.MAP,
            participants,
            DeleteJobInBff.start(COMMAND),
            known -> DeleteJobInBff.onDeadline((Progress) known, COMMAND),
            FAULTS,
            DeleteJobExplorationTest::broken),
        BOUND);
  }

  private static List<String> broken(SagaWorld world) {
    Progress operation = world.known(Service.BFF, Progress.class);
    boolean fires =
        !(world.known(Service.ENGINE, PlannedOrGone.class) instanceof PlannedOrGone.Gone);
    boolean stored =
        !(world.known(Service.STORAGE, StoredOrGone.class) instanceof StoredOrGone.Gone);
    List<String> broken = new ArrayList<>();
    if (operation instanceof Progress.Done && (fires || stored)) {
      broken.add("told as done, and something is left");
    }
    if (!stored && fires) {
      broken.add("erased, and it fires");
    }
    if (world.quiet() && !(operation instanceof Progress.Done)) {
      broken.add("it does not end");
    }
    if (world.quiet() && world.known(Service.CONSTRUCTOR, Membership.class) == Membership.IN) {
      broken.add("the bot is still in the channel where it spoke");
    }
    return broken;
  }

  /** The engine, which has the job or never heard of it. */
  private static class Engine implements InsideParticipant<PlannedOrGone> {

    @Override
    public PlannedOrGone start() {
      RunState run = new RunState(JOB, BOT, 1, RunState.Status.RUNNING, null, null, 1);
      return new PlannedOrGone.Planned(
          new PlannedNow(
              new PlannedChannel("channel-id", "acme", "release"),
              STORED.content().schedule(),
              false,
              run,
              false,
              false));
    }

    @Override
    public List<Choice<PlannedOrGone, NoCall>> hears(PlannedOrGone known, Message message) {
      return switch (message) {
        case DeleteJob command -> only(DeleteJobInEngine.onDeleteJob(known, command));
        default -> throw new IllegalArgumentException("the engine does not hear " + message);
      };
    }
  }

  /** Says that it is unplanned, and forgets that. */
  private static final class FiringEngine extends Engine {

    @Override
    public List<Choice<PlannedOrGone, NoCall>> hears(PlannedOrGone known, Message message) {
      return only(Decision.become(known, new JobUnplanned(BOT, JOB, false)));
    }
  }

  /** Storage. */
  private static class Storage implements InsideParticipant<StoredOrGone> {

    @Override
    public StoredOrGone start() {
      return new StoredOrGone.Stored(STORED, 2);
    }

    @Override
    public List<Choice<StoredOrGone, NoCall>> hears(StoredOrGone known, Message message) {
      return switch (message) {
        case JobUnplanned event -> only(DeleteJobInStorage.onJobUnplanned(known, event));
        default -> throw new IllegalArgumentException("storage does not hear " + message);
      };
    }
  }

  /** Says that it is erased, and keeps it. */
  private static final class KeepingStorage extends Storage {

    @Override
    public List<Choice<StoredOrGone, NoCall>> hears(StoredOrGone known, Message message) {
      return only(Decision.become(known, new JobErased(BOT, JOB, false, 3)));
    }
  }

  /** Has erased it before, by another run, and says nothing when it is asked. */
  private static final class CuriousStorage extends Storage {

    @Override
    public StoredOrGone start() {
      return new StoredOrGone.Gone(JOB, 3);
    }

    @Override
    public List<Choice<StoredOrGone, NoCall>> hears(StoredOrGone known, Message message) {
      return only(Decision.stay(known));
    }
  }

  /** Of a managed bot in the channel where its only job speaks. */
  private enum Membership {
    IN,
    LEFT
  }

  /** Constructor, which decides nothing. */
  private static class Constructor implements Participant<Membership, JobErased> {

    @Override
    public Membership start() {
      return Membership.IN;
    }

    @Override
    public List<Choice<Membership, JobErased>> hears(Membership known, Message message) {
      return switch (message) {
        case JobErased event -> only(Decision.calling(known, event));
        default -> throw new IllegalArgumentException("constructor does not hear " + message);
      };
    }

    @Override
    public List<Choice<Membership, JobErased>> concludes(Membership known, JobErased call) {
      return only(Decision.become(Membership.LEFT));
    }

    @Override
    public List<Membership> unheard(Membership known, JobErased call) {
      return List.of(known, Membership.LEFT);
    }

    @Override
    public boolean givesUp(JobErased call) {
      return false;
    }
  }

  /** Gives up when the deadline passes. */
  private static final class StayingConstructor extends Constructor {
    @Override
    public boolean givesUp(JobErased call) {
      return true;
    }
  }

  /** The bff. */
  private static final class Bff implements InsideParticipant<Progress> {

    @Override
    public Progress start() {
      return new Progress.Working(false);
    }

    @Override
    public List<Choice<Progress, NoCall>> hears(Progress known, Message message) {
      return switch (message) {
        case JobErased _ -> only(DeleteJobInBff.onJobErased(known));
        default -> throw new IllegalArgumentException("the bff does not hear " + message);
      };
    }
  }
}
