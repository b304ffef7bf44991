package dev.bricklayer.bff.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was changed since somebody looked is not changed by mistake. */
class SeenBotsTest {

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.hasty(), lena);
  private final String bot = made();

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "\"1\", \"3\"", "\"yesterday's\""})
  void aBotThatWasSeenOtherwiseIsNotDeleted(String ifMatch) {
    Rest.Answer answer = rest.with("If-Match", ifMatch).delete("/api/v1/bots/" + bot);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("/code")).isEqualTo("version-conflict");
    assertThat(rest.get("/api/v1/bots/" + bot).at("/status")).isEqualTo("ACTIVE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "\"1\", %s", "*"})
  void aBotThatIsAsItWasSeenIsDeleted(String ifMatch) {
    String seen = rest.get("/api/v1/bots/" + bot).header("ETag");

    assertThat(
            rest.with("If-Match", ifMatch.formatted(seen)).delete("/api/v1/bots/" + bot).status())
        .isLessThan(300);
  }

  @Test
  void aWeakTagIsWhatNobodySaw() {
    String seen = rest.get("/api/v1/bots/" + bot).header("ETag");

    assertThat(rest.with("If-Match", "W/" + seen).delete("/api/v1/bots/" + bot).status())
        .isEqualTo(409);
  }

  @Test
  void aRepetitionUnderItsKeyHearsTheSameThoughTheBotIsAnother() {
    Rest keyed =
        rest.with("Idempotency-Key", UUID.randomUUID().toString())
            .with("If-Match", rest.get("/api/v1/bots/" + bot).header("ETag"));
    Rest.Answer first = keyed.delete("/api/v1/bots/" + bot);
    world
        .database()
        .sql("update bot set version = version + 1 where bot_id = :bot")
        .param("bot", UUID.fromString(bot))
        .update();

    Rest.Answer second = keyed.delete("/api/v1/bots/" + bot);
    assertThat(second.status()).as(second.text()).isEqualTo(first.status());
    assertThat(second.at("/id")).isEqualTo(first.at("/id"));
  }

  @Test
  void aBotThatWasSeenOtherwiseIsNotRenamed() {
    Rest.Answer answer =
        rest.with("If-Match", "\"1\"").patch("/api/v1/bots/" + bot, "{\"name\": \"other\"}");

    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void aConditionThatCannotBeReadIsMalformed() {
    assertThat(rest.with("If-Match", "2").delete("/api/v1/bots/" + bot).status()).isEqualTo(400);
  }

  private String made() {
    Rest.Answer answer =
        world
            .at(world.patient(), lena)
            .post("/api/v1/bots", Bodies.bot(BffWorld.unique("seen")).json());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/id");
  }
}
