package dev.bricklayer.bff.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.bff.world.Script;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.SagaRef;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an operation whose end does not come. Time passes in the database's rows. */
class DeadlineTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final BffWorld world = BffWorld.shared();
  private final Rest rest = world.at(world.hasty(), Person.named("lena")).in("en");
  private final Rest root = world.at(world.patient(), Person.named("root")).in("en");
  private final String name = BffWorld.unique("late");
  private String operation = "";
  private CreateBot command;
  private SagaRef saga;

  @BeforeEach
  void anOperationIsUnderWay() {
    world.others().on(name, Script.silent());
    operation = rest.post("/api/v1/bots", Bodies.bot(name).json()).header("Location");
    Received<CreateBot> heard = world.others().command(name);
    command = heard.body();
    saga = heard.requiredSaga();
  }

  @Test
  void nobodyIsAskedBeforeTheDeadline() {
    assertThat(dueIn()).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(2));
    assertThat(rest.get(operation).json().has("beingUndone")).isFalse();
  }

  @Test
  void asksThePivotsOwnerAndShowsThatItIsBeingUndone() {
    passDeadline(Duration.ZERO);

    Received<AbandonCreateBot> question = world.others().question(command.botId());

    assertThat(question.requiredSaga()).isEqualTo(saga);
    assertThat(question.body().refusal()).isEqualTo(Refusal.of(RefusalCode.DEADLINE, ""));
    Rest.Answer working = awaitStatus("WORKING");
    assertThat(working.json().at("/beingUndone").asBoolean()).isTrue();
  }

  @Test
  void asksAgainUntilItHasEnded() {
    passDeadline(Duration.ZERO);
    world.others().question(command.botId());
    world.others().question(command.botId());

    world.others().say(saga, new NameReleased(command.botId(), timedOut()));

    Rest.Answer undone = awaitStatus("UNDONE");
    assertThat(undone.at("/problem/code")).isEqualTo("timed-out");
    assertThat(undone.at("/problem/status")).isEqualTo("503");
    assertThat(undone.at("/problem/detail")).contains("nothing is left");
    assertThat(isWatched()).isFalse();
  }

  @Test
  void endsAsDoneWhenThePivotWasTakenFirst() {
    passDeadline(Duration.ZERO);
    world.others().question(command.botId());

    world.others().say(saga, Script.activating().answer(command).toArray());

    assertThat(awaitStatus("DONE").at("/result/name")).isEqualTo(name);
  }

  @Test
  void needsHelpLongAfterAndIsListedForAdministrators() {
    passDeadline(Duration.ofMinutes(11));

    awaitStatus("NEEDS_HELP");
    assertThat(world.others().question(command.botId())).as("still asked").isNotNull();
    Rest.Answer list = root.get("/api/v1/admin/operations?status=NEEDS_HELP&limit=200");
    assertThat(list.text()).contains(saga.id().toString(), command.botId().toString());
    assertThat(list.at("/items/0/cause")).contains("dead letter");
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(BffWorld.nobodyAt(world.patient()).get("/actuator/prometheus").text())
                    .containsPattern("bricklayer_operations_needing_help\\{[^}]*} [1-9]"));
  }

  @Test
  void endsEvenWhenItNeededHelp() {
    passDeadline(Duration.ofMinutes(11));
    awaitStatus("NEEDS_HELP");

    world.others().say(saga, Script.activating().answer(command).toArray());

    awaitStatus("DONE");
  }

  @Test
  void isAskedAboutAgainWhenAnAdministratorWantsIt() {
    passDeadline(Duration.ofMinutes(11));
    awaitStatus("NEEDS_HELP");
    world
        .database()
        .sql("update operation set look_at = now() + interval '1 day' where operation_id = :id")
        .param("id", saga.id())
        .update();
    drainQuestions();

    Rest.Answer answer = root.post("/api/v1/admin/operations/" + saga.id() + "/retry", "{}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.at("/status")).isEqualTo("NEEDS_HELP");
    assertThat(world.others().question(command.botId())).isNotNull();
  }

  /** The deadline was that long ago. */
  private void passDeadline(Duration ago) {
    world
        .database()
        .sql(
            """
            update operation
            set deadline_at = now() - cast(:ago as interval), look_at = now()
            where operation_id = :id
            """)
        .param("ago", ago.toString())
        .param("id", saga.id())
        .update();
  }

  private void drainQuestions() {
    while (world.others().hasQuestion(command.botId())) {
      world.others().question(command.botId());
    }
  }

  private Duration dueIn() {
    return Duration.ofSeconds(
        world
            .database()
            .sql(
                """
                select extract(epoch from look_at - now())::bigint from operation
                where operation_id = :id
                """)
            .param("id", saga.id())
            .query(Long.class)
            .single());
  }

  private boolean isWatched() {
    return world
        .database()
        .sql("select look_at is not null from operation where operation_id = :id")
        .param("id", saga.id())
        .query(Boolean.class)
        .single();
  }

  private static Refusal timedOut() {
    return Refusal.of(RefusalCode.DEADLINE, "");
  }

  private Rest.Answer awaitStatus(String status) {
    return await()
        .atMost(LONG)
        .until(() -> rest.get(operation), answer -> answer.at("/status").equals(status));
  }
}
