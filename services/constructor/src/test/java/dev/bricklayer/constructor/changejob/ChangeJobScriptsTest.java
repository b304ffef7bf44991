package dev.bricklayer.constructor.changejob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.constructor.ManagedBot;
import dev.bricklayer.constructor.MattermostAsAdministrator;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changejob.ChangeJobSaga;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.testkit.changejob.ChangeJobExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Constructor's rows of change-job: taken, taken twice, too late, and undone. */
class ChangeJobScriptsTest {

  private static final Refusal DEADLINE = Refusal.of(RefusalCode.DEADLINE, "");
  private static final Refusal MET = Refusal.of(RefusalCode.BOT_NOT_MEMBER, "/status");
  private static final String TOWN_SQUARE = "town-square";

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final MattermostAsAdministrator mattermost =
      new MattermostAsAdministrator(constructor.mattermost());
  private final ManagedBot bot = ManagedBot.in(constructor);
  private final PlannedChannel release =
      new PlannedChannel(constructor.mattermost().demo().channelId("release"), "acme", "release");
  private final SagaScript saga = constructor.script().run(ChangeJobSaga.MAP);

  @AfterEach
  void mattermostIsWell() {
    constructor.mattermost().faults().clear();
  }

  private ChangeJobExample move(String channel) {
    return asked(
        ChangeJobExample.of(bot.example(), ChangeJobExample.to(ChannelRef.named("acme", channel))));
  }

  private ChangeJobExample asked(ChangeJobExample change) {
    return change.askedForBy(constructor.mattermost().demo().userId("lena"));
  }

  private boolean isIn(String channel) {
    return mattermost.isInChannel(bot.account(), channel);
  }

  @Test
  void letsTheBotInAndOutOfWhereItSpoke() {
    ChangeJobExample move = move("secret");
    saga.when(move.joinWanted())
        .then(move.channelJoined())
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    assertThat(isIn("secret")).isTrue();
    assertThat(isIn("release")).as("until the job has moved").isTrue();
    saga.when(move.jobMoved()).thenNothing().whenDeliveredAgain().thenNothing();
    assertThat(isIn("release")).isFalse();
    assertThat(isIn("secret")).isTrue();
  }

  @Test
  void takesBackAJoinThatIsUndone() {
    ChangeJobExample move = move("secret");
    saga.given(move.joinWanted())
        .when(move.joinUnwanted(DEADLINE))
        .then(move.channelLeft(DEADLINE))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(move.channelLeft(DEADLINE));
    assertThat(isIn("secret")).isFalse();
    assertThat(isIn("release")).isTrue();
  }

  @Test
  void joinsNothingAfterItWasUndone() {
    ChangeJobExample move = move("secret");
    constructor.mattermost().down();
    try {
      saga.when(move.joinUnwanted(DEADLINE)).then(move.channelLeft(DEADLINE));
      saga.when(move.joinWanted()).thenNothing();
    } finally {
      constructor.mattermost().up();
    }
    assertThat(isIn("secret")).isFalse();
  }

  @Test
  void takesBackAJoinThatIsUnderWay() {
    ChangeJobExample move = move("secret");
    constructor
        .mattermost()
        .faults()
        .add(Fault.on("POST", "/api/v4/channels/").after(new Effect.Fail(502)));
    saga.when(move.joinWanted()).thenItWaits();
    saga.alsoWhen(move.joinUnwanted(DEADLINE)).then(move.channelLeft(DEADLINE));
    constructor.mattermost().faults().clear();
    saga.thenNothing();
    assertThat(isIn("secret")).isFalse();
  }

  @Test
  void refusesARequesterWhoIsNotThere() {
    ChangeJobExample move =
        ChangeJobExample.of(bot.example(), ChangeJobExample.to(ChannelRef.named("acme", "secret")))
            .askedForBy(constructor.mattermost().demo().userId("bob"));
    Refusal refusal =
        new Refusal(RefusalCode.REQUESTER_NOT_MEMBER, "/channel", Map.of("channel", "acme/secret"));
    saga.when(move.joinWanted())
        .then(move.joinRefused(refusal))
        .when(move.joinUnwanted(refusal))
        .then(move.channelLeft(refusal));
    assertThat(isIn("secret")).isFalse();
  }

  @Test
  void staysWhereAnotherJobOfItsSpeaks() {
    ChangeJobExample another = asked(ChangeJobExample.adding(bot.example(), "retro"));
    constructor.script().run(ChangeJobSaga.MAP).given(another.joinWanted());
    ChangeJobExample move = move("secret");
    saga.given(move.joinWanted(), move.jobMoved());
    assertThat(isIn("release")).isTrue();
    assertThat(isIn("secret")).isTrue();
  }

  @Test
  void staysWhereItWasWhenOneOfTwoJoinsIsUndone() {
    ChangeJobExample there = asked(ChangeJobExample.adding(bot.example(), "retro"));
    saga.given(there.joinWanted())
        .when(there.joinUnwanted(DEADLINE))
        .then(there.channelLeft(DEADLINE));
    assertThat(isIn("release")).as("its first job speaks there").isTrue();
  }

  @Test
  void letsInAgainWhomSomebodyHasTakenOut() {
    mattermost.takeOut(bot.account().username(), "release");
    ChangeJobExample resume = resume();
    saga.when(resume.joinWantedAgain(MET)).then(resume.channelJoined());
    assertThat(isIn("release")).isTrue();
  }

  @Test
  void staysInItsChannelWhenTheResumeIsUndoneAfterAll() {
    mattermost.takeOut(bot.account().username(), "release");
    ChangeJobExample resume = resume();
    saga.given(resume.joinWantedAgain(MET))
        .when(resume.joinUnwanted(DEADLINE))
        .then(resume.channelLeft(DEADLINE));
    assertThat(isIn("release")).as("its job is still there").isTrue();
  }

  @Test
  void letsNobodyInAgainForWhomIsNotThereHimself() {
    mattermost.takeOut(bot.account().username(), "release");
    ChangeJobExample resume = resume().askedForBy("z".repeat(26));
    Refusal refusal =
        new Refusal(RefusalCode.REQUESTER_NOT_MEMBER, "/status", Map.of("channel", release.id()));
    saga.when(resume.joinWantedAgain(MET)).then(resume.joinRefused(refusal));
    assertThat(isIn("release")).isFalse();
  }

  /** Its first job speaks in release. */
  private ChangeJobExample resume() {
    return asked(ChangeJobExample.of(bot.example(), JobChange.Edit.resume()))
        .planned(release, null);
  }

  /** What is left late does not touch what was joined since. */
  @Test
  void staysWhereItHasComeBackTo() {
    ChangeJobExample away = move("secret");
    ChangeJobExample back =
        asked(away.then(ChangeJobExample.to(ChannelRef.named("acme", "release"))));
    saga.given(away.joinWanted());
    SagaScript second = constructor.script().run(ChangeJobSaga.MAP);
    second.given(back.joinWanted());
    saga.given(away.jobMoved());
    assertThat(isIn("release")).isTrue();
    second.given(back.jobMoved());
    assertThat(isIn("release")).isTrue();
    assertThat(isIn("secret")).isFalse();
  }

  @Test
  void aChannelOfTheWholeTeamIsJoinedLikeAnyOther() {
    ChangeJobExample move = move(TOWN_SQUARE);
    saga.when(move.joinWanted()).then(move.channelJoined());
    assertThat(isIn(TOWN_SQUARE)).isTrue();
  }
}
