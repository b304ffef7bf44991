package dev.bricklayer.bff.changebot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.bff.world.Script;
import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changecredentials.AbandonChangeCredentials;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.contracts.changecredentials.CredentialsChangeUndone;
import dev.bricklayer.contracts.changecredentials.CredentialsChanged;
import dev.bricklayer.contracts.changecredentials.CredentialsRefused;
import dev.bricklayer.contracts.renamebot.AbandonRenameBot;
import dev.bricklayer.contracts.renamebot.BotRenameRefused;
import dev.bricklayer.contracts.renamebot.BotRenamed;
import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.messaging.SagaRef;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call that changes a bot, over HTTP, with all that is behind it. */
class ChangeBotTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String TOKEN = "freshtokenxxxxxxxxxxxxxxxx";
  private static final String CREDENTIALS =
      "{\"credentials\":{\"kind\":\"token\",\"token\":\"%s\"}}".formatted(TOKEN);

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena).in("en");
  private final Rest hasty = world.at(world.hasty(), lena).in("en");
  private final String name = BffWorld.unique("old name");
  private final String newName = BffWorld.unique("new name");
  private final String rename = "{\"name\":\"%s\"}".formatted(newName);
  private String address = "";
  private BotId bot = new BotId(new UUID(0, 0));

  @BeforeEach
  void aBotLives() {
    Rest.Answer created = rest.post("/api/v1/bots", Bodies.bot(name).json());
    address = created.header("Location");
    bot = new BotId(UUID.fromString(created.at("/id")));
  }

  @Test
  void answersWithTheBotUnderItsNewName() {
    CompletableFuture<Rest.Answer> answer = patch(rename);
    Received<RenameBot> command = world.others().next(RenameBot.class, bot);
    assertThat(command.body()).isEqualTo(new RenameBot(bot, lena.id(), newName));

    say(command, renamed(newName, 3));

    assertThat(answer.join().status()).as(answer.join().text()).isEqualTo(200);
    assertThat(answer.join().at("/name")).isEqualTo(newName);
    assertThat(answer.join().json().at("/jobs")).hasSize(1);
  }

  @Test
  void answersWhyTheNameIsNotTaken() {
    CompletableFuture<Rest.Answer> answer = patch(rename);

    say(
        world.others().next(RenameBot.class, bot),
        new BotRenameRefused(bot, Refusal.of(RefusalCode.NAME_TAKEN, "/name")));

    assertThat(answer.join().status()).isEqualTo(409);
    assertThat(answer.join().at("/errors/0/pointer")).isEqualTo("/name");
    assertThat(rest.get(address).at("/name")).isEqualTo(name);
  }

  @Test
  void asksConstructorAboutARenamingThatIsLate() {
    Rest.Answer answer = hasty.patch(address, rename);
    SagaRef saga = world.others().next(RenameBot.class, bot).requiredSaga();
    passDeadline(saga);

    assertThat(world.others().next(AbandonRenameBot.class, bot).requiredSaga()).isEqualTo(saga);
    world.others().say(saga, new BotRenameRefused(bot, Refusal.of(RefusalCode.DEADLINE, "")));
    awaitStatus(answer, "UNDONE");
  }

  @Test
  void answersWithTheBotThatHasNewCredentials() {
    CompletableFuture<Rest.Answer> answer = patch(CREDENTIALS);
    Received<ChangeCredentials> command = world.others().next(ChangeCredentials.class, bot);
    assertThat(command.body().owner()).isEqualTo(lena.id());
    assertThat(command.body().toString()).doesNotContain(TOKEN);

    say(command, new CredentialsChanged(bot, lena.id(), name, new BotAccount("u2", "standup2"), 3));

    assertThat(answer.join().status()).as(answer.join().text()).isEqualTo(200);
    assertThat(answer.join().at("/username")).isEqualTo("standup2");
  }

  @Test
  void answersWhyTheCredentialsAreRefused() {
    CompletableFuture<Rest.Answer> answer = patch(CREDENTIALS);

    say(
        world.others().next(ChangeCredentials.class, bot),
        new CredentialsRefused(bot, Refusal.of(RefusalCode.TOKEN_INVALID, "/credentials/token")));

    assertThat(answer.join().status()).isEqualTo(422);
    assertThat(answer.join().at("/errors/0/pointer")).isEqualTo("/credentials/token");
  }

  @Test
  void asksTheEngineAboutNewCredentialsThatAreLate() {
    Rest.Answer answer = hasty.patch(address, CREDENTIALS);
    SagaRef saga = world.others().next(ChangeCredentials.class, bot).requiredSaga();
    passDeadline(saga);

    assertThat(world.others().next(AbandonChangeCredentials.class, bot).requiredSaga())
        .isEqualTo(saga);
    world
        .others()
        .say(saga, new CredentialsChangeUndone(bot, Refusal.of(RefusalCode.DEADLINE, "")));
    assertThat(awaitStatus(answer, "UNDONE").at("/problem/code")).isEqualTo("timed-out");
    assertThat(rest.get(address).at("/username")).isEqualTo(Script.ACCOUNT.username());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}||required",
        "{\"id\":\"x\"}||required",
        "{\"name\":null}|/name|required",
        "{\"credentials\":null}|/credentials|required",
        "{\"name\":\"x\",\"credentials\":null}|/credentials|required",
        "{\"name\":\" x\"}|/name|invalid",
        "{\"name\":\"x\",\"credentials\":{\"kind\":\"token\",\"token\":\"freshtokenxxxx\"}}|/credentials|invalid",
        "{\"credentials\":{\"kind\":\"managed\"}}|/credentials/kind|invalid",
        "{\"credentials\":{\"kind\":\"token\",\"token\":\"no token\"}}|/credentials/token|token-invalid",
        "{\"name\":\"x\",\"colour\":\"red\"}|/colour|unknown-field",
      })
  void whatIsWrongIsToldAtItsField(String body, String pointer, String code) {
    Rest.Answer answer = rest.patch(address, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().at("/errors")).as(answer.text()).hasSize(1);
    assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer == null ? "" : pointer);
    assertThat(answer.at("/errors/0/code")).isEqualTo(code);
  }

  @Test
  void isOneOperationUnderOneKey() {
    Rest once = hasty.with("Idempotency-Key", UUID.randomUUID().toString());
    Rest.Answer first = once.patch(address, rename);

    assertThat(once.patch(address, rename).header("Location")).isEqualTo(first.header("Location"));
    assertThat(once.patch(address, CREDENTIALS).at("/code")).isEqualTo("idempotency-key-reused");
  }

  @Test
  void somebodyElsesBotIsNotThere() {
    Rest bob = world.at(world.patient(), Person.named("bob"));
    assertThat(bob.patch(address, rename).status()).isEqualTo(404);
    assertThat(bob.patch(address, CREDENTIALS).status()).isEqualTo(404);
  }

  private CompletableFuture<Rest.Answer> patch(String body) {
    return CompletableFuture.supplyAsync(() -> rest.patch(address, body));
  }

  private Message renamed(String to, long version) {
    return new BotRenamed(bot, lena.id(), to, Script.ACCOUNT, version);
  }

  private void say(Received<?> command, Message message) {
    world.others().say(command.requiredSaga(), message);
  }

  private void passDeadline(SagaRef saga) {
    world
        .database()
        .sql("update operation set deadline_at = now(), look_at = now() where operation_id = :id")
        .param("id", saga.id())
        .update();
  }

  private Rest.Answer awaitStatus(Rest.Answer accepted, String status) {
    return await()
        .atMost(LONG)
        .until(
            () -> rest.get(accepted.header("Location")),
            answer -> answer.at("/status").equals(status));
  }
}
