package dev.bricklayer.constructor.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.state.BotState.Status;
import dev.bricklayer.simulator.StandInMattermost;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mattermost away, slow or angry: the saga waits, holds up nobody, and goes on or is undone. */
class MattermostAwayTest {

  private static final Refusal DEADLINE = Refusal.of(RefusalCode.DEADLINE, "");

  private final ConstructorUnderTest constructor = ConstructorUnderTest.shared();
  private final StandInMattermost mattermost = constructor.mattermost();
  private final CreateBotExample bot = constructor.bot();
  private final SagaScript saga = constructor.script().run(CreateBotSaga.MAP);

  @AfterEach
  void mattermostIsWell() {
    mattermost.faults().clear();
  }

  static Stream<Effect> faults() {
    return Stream.of(
        new Effect.Fail(500),
        new Effect.Fail(503),
        new Effect.Fail(403),
        new Effect.Throttle("1"),
        new Effect.Throttle("nonsense"),
        new Effect.Reset());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatProvesNothingAboutATokenIsAskedAgain(Effect fault) {
    mattermost.faults().add(asked(fault).times(1));
    saga.when(bot.createBot()).then(bot.botReserved(), bot.botState(Status.PENDING, 1));
    assertThat(mattermost.faults().seen()).allMatch(seen -> seen.hits() == 1);
  }

  @Test
  void theSagaWaitsUntilMattermostIsBack() {
    mattermost.down();
    try {
      saga.when(bot.createBot()).thenItWaits();
    } finally {
      mattermost.up();
    }
    saga.then(bot.botReserved(), bot.botState(Status.PENDING, 1));
  }

  @Test
  void oneThatHangsHoldsUpNoOther() {
    mattermost.faults().add(asked(new Effect.Hang()).times(1));
    saga.when(bot.createBot()).thenItWaits();
    CreateBotExample other = constructor.bot();
    constructor
        .script()
        .run(CreateBotSaga.MAP)
        .when(other.createBot())
        .then(other.botReserved(), other.botState(Status.PENDING, 1));
    mattermost.faults().clear();
    saga.then(bot.botReserved(), bot.botState(Status.PENDING, 1));
  }

  @Test
  void aCommandThatIsRepeatedWhileItWaitsChangesNothing() {
    mattermost.faults().add(asked(new Effect.Hang()).times(1));
    saga.when(bot.createBot()).thenItWaits();
    saga.alsoWhen(bot.createBot()).thenNothing();
    mattermost.faults().clear();
    saga.then(bot.botReserved(), bot.botState(Status.PENDING, 1));
  }

  @Test
  void aVerdictThatComesAfterTheUndoingChangesNothing() {
    mattermost.faults().add(asked(new Effect.Hang()).times(1));
    saga.when(bot.createBot()).thenItWaits();
    awaitAsked();
    saga.alsoWhen(bot.jobDiscarded(DEADLINE)).then(bot.nameReleased(DEADLINE));
    mattermost.faults().clear();
    saga.thenNothing();
  }

  @Test
  void afterTheDeadlineItIsNotAskedAnyMoreAndTheNameIsHeldUntilTheUndoing() {
    mattermost.faults().add(asked(new Effect.Fail(503)));
    CreateBotExample late = bot.until(Instant.now().plus(Duration.ofSeconds(1)));
    saga.when(late.createBot()).thenNothing();
    mattermost.faults().clear();
    CreateBotExample same = constructor.bot().ownedBy(bot.owner());
    constructor
        .script()
        .run(CreateBotSaga.MAP)
        .when(same.createBot())
        .then(same.botRefused(Refusal.of(RefusalCode.NAME_TAKEN, "/name")));
    saga.when(late.jobDiscarded(DEADLINE)).then(late.nameReleased(DEADLINE));
  }

  private void awaitAsked() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> mattermost.faults().seen().stream().allMatch(seen -> seen.hits() == 1));
  }

  private static Fault asked(Effect effect) {
    return Fault.on("GET", "/api/v4/users/me").before(effect);
  }
}
