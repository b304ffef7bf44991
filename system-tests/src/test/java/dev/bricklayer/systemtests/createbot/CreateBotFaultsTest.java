package dev.bricklayer.systemtests.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.fleet.Program.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * create-bot over five processes, with each part away for a while: it waits, then goes on, or is
 * undone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreateBotFaultsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Map<String, String> YEARLY =
      Map.of("cron", "0 9 1 1 *", "timeZone", "Europe/Berlin");

  private Fleet fleet;
  private Program program;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    fleet = Fleet.servers(directory, Map.of()).withOneOfEach();
    program = Program.registered(fleet.one(ServiceName.USER).address(), "ann");
  }

  @AfterAll
  void stop() throws Exception {
    fleet.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = ServiceName.class,
      names = {"CONSTRUCTOR", "STORAGE", "ENGINE"})
  void waitsForAServiceThatIsAwayAndThenGoesOn(ServiceName service) throws Exception {
    fleet.killAll(service);

    Answer answer = create("while " + service + " is away");
    assertThat(answer.status()).isEqualTo(202);
    fleet.start(service);

    awaitStatus(answer, "DONE");
  }

  @Test
  void theOperationEndsThoughTheBffThatBeganItWasKilled() throws Exception {
    fleet.killAll(ServiceName.ENGINE);
    Answer answer = create("begun by a bff that dies");
    fleet.killAll(ServiceName.BFF);
    fleet.start(ServiceName.ENGINE);
    fleet.start(ServiceName.BFF);

    awaitStatus(answer, "DONE");
  }

  @Test
  void waitsForMattermostThatIsAway() throws Exception {
    fleet.mattermost().down();
    Answer answer = create("while Mattermost is away");
    assertThat(answer.status()).isEqualTo(202);
    fleet.mattermost().up();

    awaitStatus(answer, "DONE");
  }

  @Test
  void waitsForTheBrokerThatIsAway() throws Exception {
    fleet.kafka().kill();
    Answer answer = create("while the broker is away");
    assertThat(answer.status()).isEqualTo(202);
    fleet.kafka().restart();

    awaitStatus(answer, "DONE");
  }

  @Test
  void goesOnAfterTheDatabaseWasRestartedUnderIt() throws Exception {
    fleet.killAll(ServiceName.STORAGE);
    Answer answer = create("while the database restarts");
    fleet.postgres().restart();
    fleet.start(ServiceName.STORAGE);

    awaitStatus(answer, "DONE");
  }

  private Answer create(String name) throws Exception {
    return program.createBot(bff(), Program.bot(name, botToken(), Program.job(YEARLY)));
  }

  private java.net.URI bff() {
    return fleet.one(ServiceName.BFF).address();
  }

  private String botToken() {
    return fleet.mattermost().demo().botToken();
  }

  private void awaitStatus(Answer accepted, String status) {
    String operation = "/api/v1/operations/" + accepted.body().path("id").asString();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(program.get(bff(), operation).body().path("status").asString())
                    .as(operation)
                    .isEqualTo(status));
  }
}
