package dev.bricklayer.constructor.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.constructor.ConstructorUnderTest;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.state.BotState.Status;
import dev.bricklayer.embedded.KafkaBroker;
import dev.bricklayer.embedded.PostgresServer;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL or Kafka killed in the middle of the saga: it waits and goes on. */
class ServersAwayTest {

  @TempDir static Path directory;

  private static PostgresServer postgres;
  private static KafkaBroker kafka;
  private static ConstructorUnderTest constructor;

  private final CreateBotExample bot = constructor.bot();
  private final SagaScript saga = constructor.script().run(CreateBotSaga.MAP);

  @BeforeAll
  static void startServersToTakeAway() throws Exception {
    postgres = PostgresServer.start(directory.resolve("postgres"), 0);
    kafka = KafkaBroker.start(directory.resolve("kafka"), 0, 0, Map.of());
    constructor =
        ConstructorUnderTest.on(
            kafka.bootstrapServers(), postgres.createRoleAndDatabase("constructor", "secret"));
  }

  @AfterAll
  static void endThem() throws Exception {
    constructor.close();
    kafka.close();
    postgres.close();
  }

  @Test
  void aMessageWaitsForTheDatabase() throws Exception {
    saga.given(bot.createBot());
    postgres.kill();
    saga.when(bot.jobActivated());
    awaitReadiness(503);
    assertThat(constructor.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    postgres.restart();
    saga.then(bot.botActivated(), bot.botState(Status.ACTIVE, 2));
    awaitReadiness(200);
  }

  @Test
  void aVerdictWaitsForTheDatabase() throws Exception {
    mattermostHangs();
    saga.when(bot.createBot()).thenItWaits();
    postgres.kill();
    constructor.mattermost().faults().clear();
    postgres.restart();
    saga.then(bot.botReserved(), bot.botState(Status.PENDING, 1));
  }

  @Test
  void whatWasDecidedWhileKafkaIsAwayIsSaidWhenItIsBack() throws Exception {
    mattermostHangs();
    saga.when(bot.createBot()).thenItWaits();
    kafka.kill();
    constructor.mattermost().faults().clear();
    constructor.script().awaitNoCallOpen();
    kafka.restart();
    saga.then(bot.botReserved(), bot.botState(Status.PENDING, 1))
        .when(bot.jobActivated())
        .then(bot.botActivated(), bot.botState(Status.ACTIVE, 2));
  }

  private static void mattermostHangs() {
    constructor
        .mattermost()
        .faults()
        .add(Fault.on("GET", "/api/v4/users/me").before(new Effect.Hang()).times(1));
  }

  private static void awaitReadiness(int status) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> constructor.get("/actuator/health/readiness").statusCode() == status);
  }
}
