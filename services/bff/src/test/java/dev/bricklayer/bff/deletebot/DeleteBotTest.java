package dev.bricklayer.bff.deletebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.contracts.deletebot.BotDeletionRefused;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.SagaRef;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The call that deletes a bot, over HTTP, with all that is behind it. */
class DeleteBotTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena).in("en");
  private final Rest hasty = world.at(world.hasty(), lena).in("en");
  private final String name = BffWorld.unique("leaving");
  private String address = "";
  private BotId bot = new BotId(new UUID(0, 0));

  @BeforeEach
  void aBotLives() {
    Rest.Answer created = rest.post("/api/v1/bots", Bodies.bot(name).json());
    address = created.header("Location");
    bot = new BotId(UUID.fromString(created.at("/id")));
  }

  @Test
  void answersWithoutABodyOnceTheBotIsGone() {
    CompletableFuture<Rest.Answer> answer = CompletableFuture.supplyAsync(this::delete);
    Received<DeleteBot> command = command();
    assertThat(command.body().owner()).isEqualTo(lena.id());

    say(command, new BotDeleted(bot));

    assertThat(answer.join().status()).isEqualTo(204);
    assertThat(answer.join().text()).isEmpty();
    assertThat(rest.get(address).status()).isEqualTo(404);
    assertThat(rest.get("/api/v1/bots").json().at("/items")).isEmpty();
  }

  @Test
  void answersWithTheOperationWhenItTakesLonger() {
    Rest.Answer answer = hasty.delete(address);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.at("/saga")).isEqualTo("delete-bot");
    say(command(), new BotDeleted(bot));
    Rest.Answer done = awaitStatus(answer.header("Location"), "DONE");
    assertThat(done.json().has("result")).isFalse();
  }

  @Test
  void showsBotAndJobsOnTheirWayOut() {
    hasty.delete(address);
    say(command(), new BotState(bot, lena.id(), name, "standup", BotState.Status.DELETING, 3));

    Rest.Answer shown =
        await()
            .atMost(LONG)
            .until(() -> rest.get(address), it -> it.at("/status").equals("DELETING"));
    assertThat(shown.at("/jobs/0/status")).isEqualTo("DELETING");
    assertThat(shown.json().at("/jobs/0").has("nextRun")).isFalse();
  }

  @Test
  void answersWithTheReasonOfARefusal() {
    CompletableFuture<Rest.Answer> answer = CompletableFuture.supplyAsync(this::delete);

    say(command(), new BotDeletionRefused(bot, Refusal.of(RefusalCode.LOCKED, "")));

    assertThat(answer.join().status()).isEqualTo(409);
    assertThat(answer.join().at("/code")).isEqualTo("locked");
    assertThat(rest.get(address).at("/status")).isEqualTo("ACTIVE");
  }

  @Test
  void staysGoneWhateverIsToldLate() {
    hasty.delete(address);
    Received<DeleteBot> command = command();
    say(command, new BotDeleted(bot));
    await().atMost(LONG).until(() -> rest.get(address).status() == 404);

    world.others().say(new BotState(bot, lena.id(), name, "standup", BotState.Status.DELETING, 3));
    world.others().say(new BotState(bot, lena.id(), name, "standup", BotState.Status.DELETED, 4));

    assertThat(rest.get(address).status()).isEqualTo(404);
    assertThat(deleted()).isTrue();
  }

  @Test
  void isAskedForAgainAfterItsDeadline() {
    Rest.Answer answer = hasty.delete(address);
    SagaRef saga = command().requiredSaga();
    passDeadline(saga);

    assertThat(command().requiredSaga()).isEqualTo(saga);
    Rest.Answer working = rest.get(answer.header("Location"));
    assertThat(working.at("/status")).isEqualTo("WORKING");
    assertThat(working.json().has("beingUndone")).as("there is no way back").isFalse();
    world.others().say(saga, new BotDeleted(bot));
    awaitStatus(answer.header("Location"), "DONE");
  }

  @Test
  void isTheSameOperationUnderTheSameKeyThoughTheBotIsGone() {
    Rest once = hasty.with("Idempotency-Key", UUID.randomUUID().toString());
    Rest.Answer first = once.delete(address);
    say(command(), new BotDeleted(bot));
    awaitStatus(first.header("Location"), "DONE");

    assertThat(once.delete(address).status()).isEqualTo(204);
    assertThat(rest.delete(address).status()).as("another request").isEqualTo(404);
  }

  @Test
  void somebodyElsesBotIsNotThere() {
    Rest bob = world.at(world.patient(), Person.named("bob"));

    assertThat(bob.delete(address).status()).isEqualTo(404);
    assertThat(rest.get(address).at("/status")).isEqualTo("ACTIVE");
  }

  private Rest.Answer delete() {
    return rest.delete(address);
  }

  private Received<DeleteBot> command() {
    return world.others().next(DeleteBot.class, bot);
  }

  private void say(Received<DeleteBot> command, Object... messages) {
    world.others().say(command.requiredSaga(), messages);
  }

  private boolean deleted() {
    return world
        .database()
        .sql("select status = 'DELETED' and name is null from bot where bot_id = :bot")
        .param("bot", bot.value())
        .query(Boolean.class)
        .single();
  }

  private void passDeadline(SagaRef saga) {
    world
        .database()
        .sql("update operation set deadline_at = now(), look_at = now() where operation_id = :id")
        .param("id", saga.id())
        .update();
  }

  private Rest.Answer awaitStatus(String operation, String status) {
    return await()
        .atMost(LONG)
        .until(() -> rest.get(operation), answer -> answer.at("/status").equals(status));
  }
}
