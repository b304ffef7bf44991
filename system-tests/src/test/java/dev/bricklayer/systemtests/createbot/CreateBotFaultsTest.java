package dev.bricklayer.systemtests.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.simulator.DemoWorld;
import dev.bricklayer.simulator.faults.Effect;
import dev.bricklayer.simulator.faults.Fault;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.fleet.Program.Answer;
import dev.bricklayer.testkit.mattermost.Dialog;
import dev.bricklayer.testkit.mattermost.Person;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

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
    fleet =
        Fleet.servers(directory, Map.of("BRICKLAYER_OPERATIONS_DIALOGWITHIN", "1s"))
            .withOneOfEach();
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
    try (Person lena = Person.logIn(fleet.mattermost().address(), "lena", "lena-demo")) {
      submitsANewBot(lena, "asked for by a form");
      lena.seesOnlySelf(post -> post.toString().contains("working on it"));
      fleet.killAll(ServiceName.BFF);
      fleet.start(ServiceName.ENGINE);
      fleet.start(ServiceName.BFF);

      awaitStatus(answer, "DONE");
      lena.seesOnlySelf(post -> post.toString().contains("is live"));
    }
  }

  private void submitsANewBot(Person lena, String name) {
    DemoWorld demo = fleet.mattermost().demo();
    String channel = demo.channelId("release");
    lena.type("/bricklayer", channel, demo.teamId()).ok();
    JsonNode menu = lena.seesOnlySelf(post -> post.toString().contains("New bot"));
    Dialog form = lena.seesDialog(lena.click(menu, "New bot"));
    Map<String, String> typed = new HashMap<>(form.filledIn());
    typed.putAll(Map.of("name", name, "text", "Time!", "when", "weekdays 10:00"));
    lena.submit(form, typed, channel, demo.teamId()).ok();
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

  @ParameterizedTest
  @EnumSource(
      value = ServiceName.class,
      names = {"CONSTRUCTOR", "ENGINE"})
  void isFinishedByAnotherCopyWhenOneDiesInTheMiddleOfItsCall(ServiceName service)
      throws Exception {
    Fault slow = Fault.on("GET", "/api/v4").before(new Effect.Delay(Duration.ofSeconds(3)));
    fleet.mattermost().faults().add(slow);
    Answer answer = create("while " + service + " dies in its call");
    assertThat(answer.status()).isEqualTo(202);
    fleet.killAll(service);
    fleet.mattermost().faults().clear();
    fleet.start(service);

    awaitStatus(answer, "DONE");
  }

  @Test
  void isUndoneByTheEnginesWordWhenTheDeadlinePasses() throws Exception {
    restartBff(Map.of("BRICKLAYER_OPERATIONS_DEADLINE", "1s"));
    fleet.killAll(ServiceName.STORAGE);
    Answer answer = create("too late");
    await().atMost(PATIENCE).until(() -> knownToEngine("GONE") == 1);
    fleet.start(ServiceName.STORAGE);

    awaitStatus(answer, "UNDONE");
    restartBff(Map.of());
    assertThat(operation(answer).body().path("problem").path("code").asString())
        .isEqualTo("timed-out");
    await("the name to be free again")
        .atMost(PATIENCE)
        .until(() -> create("too late", "again").status() == 201);
    assertThat(firingThoughUndone()).isZero();
  }

  private Answer create(String name) throws Exception {
    return program.createBot(bff(), bot(name));
  }

  private Answer create(String name, String key) throws Exception {
    return program.createBot(bff(), bot(name), key);
  }

  private Map<String, Object> bot(String name) {
    return Program.bot(name, botToken(), Program.job(YEARLY));
  }

  private void restartBff(Map<String, String> settings) throws Exception {
    fleet.killAll(ServiceName.BFF);
    fleet.start(ServiceName.BFF, settings);
  }

  private long knownToEngine(String state) {
    return fleet
        .rows(ServiceName.ENGINE)
        .sql("select count(*) from first_plan where state = :state")
        .param("state", state)
        .query(Long.class)
        .single();
  }

  private long firingThoughUndone() {
    return fleet
        .rows(ServiceName.ENGINE)
        .sql("select count(*) from schedule join first_plan using (bot_id) where state = 'GONE'")
        .query(Long.class)
        .single();
  }

  private Answer operation(Answer accepted) throws Exception {
    return program.get(bff(), "/api/v1/operations/" + accepted.body().path("id").asString());
  }

  private URI bff() {
    return fleet.one(ServiceName.BFF).address();
  }

  private String botToken() {
    return fleet.mattermost().demo().botToken();
  }

  private void awaitStatus(Answer accepted, String status) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(operation(accepted).body().path("status").asString()).isEqualTo(status));
  }
}
