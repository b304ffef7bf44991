package dev.bricklayer.bff.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.Topic;
import dev.bricklayer.contracts.letter.LetterState;
import dev.bricklayer.testkit.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {

  private final BffWorld world = BffWorld.shared();
  private final Rest root = world.at(world.patient(), Person.named("Root"));

  @ParameterizedTest
  @ValueSource(strings = {"/operations?status=NEEDS_HELP", "/dead-letters"})
  void isForAdministratorsOnly(String path) {
    Rest lena = world.at(world.patient(), Person.named("lena"));
    assertThat(lena.get("/api/v1/admin" + path).status()).isEqualTo(403);
    assertThat(lena.get("/api/v1/admin" + path).at("/code")).isEqualTo("forbidden");
    assertThat(BffWorld.nobodyAt(world.patient()).get("/api/v1/admin" + path).status())
        .isEqualTo(401);
    assertThat(root.get("/api/v1/admin" + path).status()).isEqualTo(200);
  }

  @Test
  void saysWhichStatusTheListKnows() {
    assertThat(root.get("/api/v1/admin/operations").at("/errors/0/parameter")).isEqualTo("status");
    Rest.Answer answer = root.get("/api/v1/admin/operations?status=DONE");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/detail")).contains("NEEDS_HELP");
  }

  @Test
  void knowsNothingOfAnIdThatNobodyHas() {
    UUID nobodys = UUID.randomUUID();
    assertThat(root.post("/api/v1/admin/operations/" + nobodys + "/retry", "{}").status())
        .isEqualTo(404);
    assertThat(root.post("/api/v1/admin/dead-letters/" + nobodys + "/retry", "{}").status())
        .isEqualTo(404);
  }

  @Test
  void listsAndRetriesWhatCouldNotBeRead() throws Exception {
    String key = UUID.randomUUID().toString();
    sendRubbish(key);

    Rest.Answer letters =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> root.get("/api/v1/admin/dead-letters"), it -> it.text().contains(key));
    String id = letters.at("/items/0/id");
    assertThat(letters.at("/items/0/topic")).isEqualTo(Topic.CONSTRUCTOR_BOT_STATE.wireName());
    assertThat(letters.at("/items/0/service")).isEqualTo("bff");
    assertThat(letters.at("/items/0/error")).isNotBlank();

    Rest.Answer retried = root.post("/api/v1/admin/dead-letters/" + id + "/retry", "{}");
    assertThat(retried.text()).contains("FAILED_AGAIN");
    assertThat(retried.status()).isEqualTo(200);

    assertThat(root.delete("/api/v1/admin/dead-letters/" + id).status()).isEqualTo(204);
    assertThat(root.get("/api/v1/admin/dead-letters").text()).doesNotContain(key);
    assertThat(root.delete("/api/v1/admin/dead-letters/" + id).status()).isEqualTo(404);
  }

  @Test
  void listsWhatAnotherServiceCouldNotHandleUntilThatIsGone() {
    UUID letter = UUID.randomUUID();
    LetterState.Kept kept =
        new LetterState.Kept(
            "constructor.bot.events", 0, 7, null, "BotReserved", "a bug", Instant.now());
    world.others().say(new LetterState(letter, "storage", kept));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> root.get("/api/v1/admin/dead-letters").text().contains(letter.toString()));

    world.others().say(new LetterState(letter, "storage", null));
    world.others().say(new LetterState(letter, "storage", kept));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !root.get("/api/v1/admin/dead-letters").text().contains(letter.toString()));
  }

  private static void sendRubbish(String key) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBroker.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<String, byte[]> rubbish =
          new ProducerRecord<>(
              Topic.CONSTRUCTOR_BOT_STATE.wireName(),
              key,
              "no message".getBytes(StandardCharsets.UTF_8));
      producer.send(rubbish).get();
    }
  }
}
