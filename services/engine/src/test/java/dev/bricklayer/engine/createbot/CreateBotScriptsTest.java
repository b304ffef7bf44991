package dev.bricklayer.engine.createbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.createbot.JobPlanned;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.claim.Rules;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Reaction;
import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.schedule.ScheduleSpec.Every;
import dev.bricklayer.testkit.saga.BoundRows;
import dev.bricklayer.testkit.saga.BoundRows.BoundReaction;
import dev.bricklayer.testkit.saga.SagaScript;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The engine's rows of {@code docs/sagas/create-bot.md}: taken, taken twice, and too late. */
class CreateBotScriptsTest {

  private static final Refusal DEADLINE = Refusal.of(RefusalCode.DEADLINE, "");

  private static Installation installation;
  private static ConfigurableApplicationContext engine;
  private static ServiceUnderScript script;

  private final PlannableBot bot = PlannableBot.in(installation);
  private final SagaScript saga = script.run(CreateBotSaga.MAP);

  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    engine = installation.engine();
    script = ServiceUnderScript.of(Service.ENGINE, installation.kafka(), installation.database());
  }

  @AfterAll
  static void stop() {
    script.close();
    installation.close();
  }

  @Test
  void plansTheFirstFiring() {
    saga.when(bot.jobStored())
        .then(bot.jobPlanned(), bot.running())
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
    assertThat(
            installation
                .ledger()
                .jdbc()
                .sql("select next_fire_at from schedule where job_id = :job")
                .param("job", bot.job().id().value())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant())
        .isEqualTo(bot.firstRunAt());
  }

  static Stream<ScheduleSpec> whatCronCannotSay() {
    return Stream.of(
        ScheduleSpec.ofEvery(Every.weeks(2, List.of("TUE"), "09:30", "2026-10-13"), "Asia/Tokyo"),
        ScheduleSpec.ofEvery(Every.month("2nd TUE", "09:30"), "Europe/Moscow"),
        ScheduleSpec.ofEvery(Every.month("last DAY", "18:00"), "Europe/Moscow"));
  }

  @ParameterizedTest
  @MethodSource("whatCronCannotSay")
  void plansWhatCronCannotSay(ScheduleSpec schedule) {
    PlannableBot due = bot.at(schedule);
    saga.when(due.jobStored()).then(due.jobPlanned(), due.running());
    String rule =
        installation
            .ledger()
            .jdbc()
            .sql("select rule from schedule where job_id = :job")
            .param("job", due.job().id().value())
            .query(String.class)
            .single();
    assertThat(engine.getBean(Rules.class).read(rule)).isEqualTo(Schedule.of(schedule));
  }

  @Test
  void checksTheScheduleBeforeAnAccountIsMade() {
    PlannableBot managed = bot.managedFor("lena");
    saga.when(managed.jobNoted())
        .then(managed.jobChecked())
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void plansWithTheAccountThatWasMade() {
    PlannableBot managed = bot.managedFor("lena");
    saga.given(managed.jobNoted())
        .when(managed.credentialsStored())
        .then(managed.jobPlanned(), managed.running())
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .thenNothing();
  }

  @Test
  void givesUpAJobWhoseBotGetsNoAccount() {
    PlannableBot managed = bot.managedFor("lena");
    saga.given(managed.jobNoted())
        .when(managed.accountRefused(DEADLINE))
        .then(managed.jobRefused(DEADLINE))
        .whenSaidAgain()
        .thenNothing()
        .when(managed.credentialsStored())
        .thenNothing();
  }

  @Test
  void answersAnAbandonWhileTheAccountIsMadeWithTheEnd() {
    PlannableBot managed = bot.managedFor("lena");
    saga.given(managed.jobNoted())
        .when(managed.abandon(DEADLINE))
        .then(managed.jobRefused(DEADLINE))
        .when(managed.credentialsStored())
        .thenNothing();
  }

  @Test
  void opensTheDirectChannelThatItPlansFor() {
    PlannableBot direct = bot.directTo("lena");
    JobPlanned planned =
        saga.when(direct.jobStored()).answers().stream()
            .filter(JobPlanned.class::isInstance)
            .map(JobPlanned.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(planned.channel().team()).isNull();
    assertThat(planned.channel().name())
        .contains(installation.mattermost().demo().userId("lena"), "__");
  }

  @Test
  void endsTheSagaUnlessItsPivotWasTaken() {
    saga.when(bot.abandon(DEADLINE))
        .then(bot.jobRefused(DEADLINE))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(bot.jobRefused(DEADLINE));
  }

  @Test
  void answersAnAbandonThatComesAfterThePivotWithThePlan() {
    saga.given(bot.jobStored())
        .when(bot.abandon(DEADLINE))
        .then(bot.jobPlanned())
        .whenDeliveredAgain()
        .thenNothing();
  }

  @Test
  void plansNothingThatWasAbandonedBefore() {
    saga.given(bot.abandon(DEADLINE)).when(bot.jobStored()).thenNothing();
    assertThat(rowsOf(bot)).containsEntry("public.first_plan", 1L);
  }

  @Test
  void leavesOnlyTheTombstoneBehind() {
    PlannableBot refused = bot.to("old");
    saga.given(refused.jobStored());
    assertThat(rowsOf(refused)).containsOnlyKeys("public.first_plan", "messaging.outbox_message");
  }

  @Test
  void keepsNoTokenInClear() {
    saga.given(bot.jobStored());
    assertThat(script.rowsNaming(installation.mattermost().demo().botToken())).isEmpty();
  }

  @Test
  void everyRowOfTheEngineHasItsReactionAndEveryReactionItsRow() {
    Stream<BoundReaction> plain =
        engine.getBeansOfType(Reaction.class).values().stream()
            .map(bean -> new BoundReaction(bean.getClass().getSimpleName(), bean.reactsTo()));
    Stream<BoundReaction> calling =
        engine.getBeansOfType(CallingReaction.class).values().stream()
            .map(bean -> new BoundReaction(bean.getClass().getSimpleName(), bean.reactsTo()));
    BoundRows.check(Service.ENGINE, Stream.concat(plain, calling).toList());
  }

  private Map<String, Long> rowsOf(PlannableBot of) {
    return script.rowsNaming(of.job().id(), of.example().bot(), saga.sagaId());
  }
}
