package dev.bricklayer.systemtests.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.contracts.Topic;
import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.systemtests.fleet.Fleet;
import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.fleet.Program.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * delete-bot, rename-bot, change-credentials, delete-user and what an administrator does with a
 * message that nobody can handle, over five processes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedAndDeletedBotsTest {

  private static final String ME = "/api/v1/users/me";
  private static final String LETTERS = "/api/v1/admin/dead-letters";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private Fleet fleet;
  private Program program;
  private URI bff;
  private URI user;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    fleet =
        Fleet.servers(
                directory,
                Map.of(
                    "BRICKLAYER_OPERATIONS_ANSWER_WITHIN",
                    "30s",
                    "BRICKLAYER_ADMINISTRATORS",
                    "ann"))
            .withOneOfEach();
    user = fleet.one(ServiceName.USER).address();
    program = Program.registered(user, "ann");
    bff = fleet.one(ServiceName.BFF).address();
  }

  @AfterAll
  void stop() throws Exception {
    fleet.close();
  }

  @Test
  void aBotThatFiresEveryMinuteIsGoneAndItsNameFree() throws Exception {
    String bot = created("Stand-up");

    Answer answer = program.delete(bff, address(bot));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(204);
    assertThat(program.get(bff, address(bot)).status()).isEqualTo(404);
    assertThat(rows(ServiceName.CONSTRUCTOR, "bot", bot)).isZero();
    for (String table : new String[] {"bot_credentials", "job", "credentials_change"}) {
      assertThat(rows(ServiceName.STORAGE, table, bot)).as(table).isZero();
    }
    for (String table : new String[] {"bot", "job", "schedule", "first_plan"}) {
      assertThat(rows(ServiceName.ENGINE, table, bot)).as(table).isZero();
    }
    for (ServiceName service :
        new ServiceName[] {ServiceName.CONSTRUCTOR, ServiceName.STORAGE, ServiceName.ENGINE}) {
      assertThat(rows(service, "bot_tombstone", bot)).as(service + "'s tombstone").isOne();
    }
    assertThat(created("STAND-UP")).isNotEqualTo(bot);
    assertThat(program.delete(bff, address(bot)).status()).isEqualTo(404);
  }

  @Test
  void aBotGetsAnotherNameUnlessItIsTaken() throws Exception {
    String bot = created("Retro");
    created("Lunch");

    assertThat(program.patch(bff, address(bot), Map.of("name", "lunch")).code())
        .isEqualTo("name-taken");
    Answer renamed = program.patch(bff, address(bot), Map.of("name", "Ретро"));

    assertThat(renamed.status()).as(renamed.body().toString()).isEqualTo(200);
    assertThat(renamed.body().path("name").asString()).isEqualTo("Ретро");
    assertThat(program.get(bff, address(bot)).body().path("name").asString()).isEqualTo("Ретро");
  }

  @Test
  void aBotGetsAnotherTokenThatMaySpeakWhereItsJobsDo() throws Exception {
    String bot = created("Rotating");
    String account = fleet.mattermost().demo().userId("standup");

    refused(token(bot, "abcdefghijklmnopqrstuvwxyz"), "token-invalid");
    refused(token(bot, fleet.mattermost().demo().adminToken()), "token-not-a-bot");
    refused(token(bot, tokenOf(newAccount("stranger"))), "bot-not-member");
    Answer fresh = token(bot, tokenOf(account));

    assertThat(fresh.status()).as(fresh.body().toString()).isEqualTo(200);
    assertThat(fresh.body().path("status").asString()).isEqualTo("ACTIVE");
    assertThat(
            fleet
                .rows(ServiceName.ENGINE)
                .sql("select credentials_version from bot where bot_id = :bot")
                .param("bot", UUID.fromString(bot))
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(rows(ServiceName.STORAGE, "bot_credentials", bot)).isOne();
  }

  @Test
  void whoGoesHandsTheirBotsToAnHeirWhoTakesThemAlong() throws Exception {
    Program anna = Program.registered(user, "anna");
    Program bea = Program.registered(user, "bea");
    String bot = created(anna, "Going");
    String clash = created(bea, "GOING");

    Answer refused = ended(anna, handOver(anna, bea));
    assertThat(refused.body().path("status").asString()).isEqualTo("UNDONE");
    assertThat(refused.body().at("/problem/code").asString()).isEqualTo("name-taken");
    assertThat(bea.delete(bff, address(clash)).status()).isEqualTo(204);

    Answer handedOver = ended(anna, handOver(anna, bea));
    assertThat(handedOver.body().path("status").asString()).isEqualTo("DONE");
    assertThat(anna.get(user, ME).status()).isEqualTo(401);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(bea.get(bff, address(bot)).status()).isEqualTo(200);
              assertThat(anna.get(bff, address(bot)).status()).isEqualTo(404);
              assertThat(anna.post(bff, "/api/v1/bots", Map.of()).status()).isEqualTo(403);
              assertThat(owner(ServiceName.ENGINE, bot))
                  .isEqualTo(owner(ServiceName.CONSTRUCTOR, bot));
            });

    Answer gone = ended(bea, bea.call(user, "DELETE", ME, Map.of("bots", "delete")));
    assertThat(gone.body().path("status").asString()).isEqualTo("DONE");
    assertThat(rows(ServiceName.CONSTRUCTOR, "bot", bot)).isZero();
    assertThat(rows(ServiceName.ENGINE, "bot", bot)).isZero();
    assertThat(rows(ServiceName.STORAGE, "job", bot)).isZero();
    assertThat(bea.get(user, ME).status()).isEqualTo(401);
  }

  @Test
  void anAdministratorSeesWhatStorageCouldNotReadAndGivesItUp() throws Exception {
    String key = UUID.randomUUID().toString();
    sayUnreadably("BotReserved", key);

    JsonNode letter =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> letter(key), Optional::isPresent)
            .orElseThrow();
    assertThat(letter.path("service").asString()).isEqualTo("storage");
    assertThat(letter.path("topic").asString()).isEqualTo(Topic.CONSTRUCTOR_BOT_EVENTS.wireName());
    assertThat(letter.path("error").asString()).isNotEmpty();

    String address = LETTERS + "/" + letter.path("id").asString();
    Answer retried = program.post(bff, address + "/retry", Map.of());
    assertThat(retried.body().path("outcome").asString()).isEqualTo("FAILED_AGAIN");
    assertThat(program.delete(bff, address).status()).isEqualTo(204);
    assertThat(letter(key)).isEmpty();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        fleet
                            .rows(ServiceName.STORAGE)
                            .sql("select count(*) from messaging.dead_letter")
                            .query(Long.class)
                            .single())
                    .as("letters that storage keeps")
                    .isZero());
  }

  private Optional<JsonNode> letter(String key) throws Exception {
    return program
        .get(bff, LETTERS)
        .body()
        .path("items")
        .valueStream()
        .filter(letter -> letter.path("key").asString("").equals(key))
        .findAny();
  }

  private void sayUnreadably(String type, String key) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", fleet.kafka().bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      ProducerRecord<String, String> record =
          new ProducerRecord<>(Topic.CONSTRUCTOR_BOT_EVENTS.wireName(), key, "no message");
      record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
      producer.send(record).get();
    }
  }

  private Answer handOver(Program from, Program heir) throws Exception {
    String code = heir.post(user, ME + "/handover-codes", null).body().path("code").asString();
    String id = heir.get(user, ME).body().path("id").asString();
    return from.call(user, "DELETE", ME, Map.of("handTo", id, "code", code));
  }

  private Answer ended(Program asking, Answer begun) {
    assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
    String operation = "/api/v1/operations/" + begun.body().path("id").asString();
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> asking.get(bff, operation),
            it -> it.status() == 200 && !it.body().path("status").asString().equals("WORKING"));
  }

  private String owner(ServiceName service, String bot) {
    return fleet
        .rows(service)
        .sql("select owner_id::text from bot where bot_id = :bot")
        .param("bot", UUID.fromString(bot))
        .query(String.class)
        .single();
  }

  private String created(String name) throws Exception {
    return created(program, name);
  }

  private String created(Program owner, String name) throws Exception {
    Answer answer = owner.createBot(bff, Program.bot(name, fleet.mattermost().demo().botToken()));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("id").asString();
  }

  private static String address(String bot) {
    return "/api/v1/bots/" + bot;
  }

  private Answer token(String bot, String token) throws Exception {
    return program.patch(
        bff, address(bot), Map.of("credentials", Map.of("kind", "token", "token", token)));
  }

  private static void refused(Answer answer, String code) {
    assertThat(answer.body().toString()).contains(code);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointer()).isEqualTo("/credentials/token");
  }

  private long rows(ServiceName service, String table, String bot) {
    return fleet
        .rows(service)
        .sql("select count(*) from " + table + " where bot_id = :bot")
        .param("bot", UUID.fromString(bot))
        .query(Long.class)
        .single();
  }

  private String newAccount(String username) throws Exception {
    return inMattermost("/api/v4/bots", Map.of("username", username)).path("user_id").asString();
  }

  private String tokenOf(String account) throws Exception {
    return inMattermost("/api/v4/users/" + account + "/tokens", Map.of("description", "fresh"))
        .path("token")
        .asString();
  }

  private JsonNode inMattermost(String path, Map<String, String> body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(fleet.mattermost().address().resolve(path))
            .header("Authorization", "Bearer " + fleet.mattermost().demo().adminToken())
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
  }
}
