package dev.bricklayer.systemtests.createbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.fleet.Program.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reason for which create-bot says no, over five processes: told at its field, and nothing is
 * left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreateBotRefusalsTest {

  private static final Map<String, String> YEARLY =
      Map.of("cron", "0 9 1 1 *", "timeZone", "Europe/Berlin");
  private static final Map<String, String> RELEASE = Map.of("team", "acme", "name", "release");

  private Fleet fleet;
  private Program program;
  private URI bff;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    fleet =
        Fleet.servers(
                directory,
                Map.of("BRICKLAYER_QUOTA_BOTS", "2", "BRICKLAYER_OPERATIONS_ANSWER_WITHIN", "30s"))
            .withOneOfEach();
    program = Program.registered(fleet.one(ServiceName.USER).address(), "ann");
    bff = fleet.one(ServiceName.BFF).address();
  }

  @AfterAll
  void stop() throws Exception {
    fleet.close();
  }

  @AfterEach
  void nothingIsLeftOfWhatWasRefused() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(rows(ServiceName.CONSTRUCTOR, "bot where status <> 'ACTIVE'")).isZero();
              assertThat(rows(ServiceName.STORAGE, "job where status <> 'ACTIVE'")).isZero();
              assertThat(rows(ServiceName.STORAGE, "bot_credentials"))
                  .isEqualTo(rows(ServiceName.STORAGE, "job"));
              assertThat(rows(ServiceName.ENGINE, "schedule"))
                  .isEqualTo(rows(ServiceName.STORAGE, "job"));
              assertThat(rows(ServiceName.CONSTRUCTOR, "messaging.intent")).isZero();
              assertThat(rows(ServiceName.ENGINE, "messaging.intent")).isZero();
            });
    assertThat(fleet.mattermost().posted()).isEmpty();
  }

  @Test
  void aTokenThatIsNobodys() throws Exception {
    refused(
        create("nobody's", "abcdefghijklmnopqrstuvwxyz", RELEASE),
        422,
        "token-invalid",
        "/credentials/token");
  }

  @Test
  void aTokenThatIsAPersons() throws Exception {
    String persons = fleet.mattermost().demo().adminToken();

    refused(create("a person's", persons, RELEASE), 422, "token-not-a-bot", "/credentials/token");
  }

  @Test
  void aChannelThatIsNowhere() throws Exception {
    Answer answer = create("nowhere", Map.of("team", "acme", "name", "nowhere"));

    refused(answer, 422, "channel-unknown", "/job/channel");
  }

  @Test
  void aPrivateChannelThatTheBotCannotSee() throws Exception {
    Answer answer = create("secret", Map.of("team", "acme", "name", "secret"));

    refused(answer, 422, "channel-unknown", "/job/channel");
  }

  @Test
  void aChannelThatTheBotIsNotIn() throws Exception {
    Answer answer = create("elsewhere", Map.of("team", "acme", "name", "off-topic"));

    refused(answer, 422, "bot-not-member", "/job/channel");
  }

  @Test
  void anArchivedChannel() throws Exception {
    Answer answer = create("old", Map.of("team", "acme", "name", "old"));

    refused(answer, 422, "channel-archived", "/job/channel");
  }

  @Test
  void aNameThatIsTakenAndThenTheQuota() throws Exception {
    Program bob = Program.registered(fleet.one(ServiceName.USER).address(), "bob");
    assertThat(bob.createBot(bff, bot("Stand-up")).status()).isEqualTo(201);

    refused(bob.createBot(bff, bot("stand-UP")), 409, "name-taken", "/name");
    assertThat(bob.createBot(bff, bot("Second")).status()).isEqualTo(201);
    assertThat(bob.createBot(bff, bot("Third")).code()).isEqualTo("quota-reached");
  }

  private Map<String, Object> bot(String name) {
    return Program.bot(name, fleet.mattermost().demo().botToken(), Program.job(RELEASE, YEARLY));
  }

  private void refused(Answer answer, int status, String code, String pointer) {
    assertThat(answer.body().toString()).contains(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.pointer()).startsWith(pointer);
  }

  private Answer create(String name, Map<String, String> channel) throws Exception {
    return create(name, fleet.mattermost().demo().botToken(), channel);
  }

  private Answer create(String name, String token, Map<String, String> channel) throws Exception {
    return program.createBot(bff, Program.bot(name, token, Program.job(channel, YEARLY)));
  }

  private long rows(ServiceName service, String what) {
    return fleet.rows(service).sql("select count(*) from " + what).query(Long.class).single();
  }
}
