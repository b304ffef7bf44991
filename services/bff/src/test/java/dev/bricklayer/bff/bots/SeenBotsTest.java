package dev.bricklayer.bff.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import org.junit.jupiter.api.Test;

/** What was changed since somebody looked is not changed by mistake. */
class SeenBotsTest {

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.hasty(), lena);
  private final String bot = made();

  @Test
  void aBotThatWasSeenOtherwiseIsNotDeleted() {
    Rest.Answer answer = rest.with("If-Match", "\"1\"").delete("/api/v1/bots/" + bot);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("/code")).isEqualTo("version-conflict");
    assertThat(rest.get("/api/v1/bots/" + bot).at("/status")).isEqualTo("ACTIVE");
  }

  @Test
  void aBotThatIsAsItWasSeenIsDeleted() {
    String seen = rest.get("/api/v1/bots/" + bot).header("ETag");

    assertThat(rest.with("If-Match", seen).delete("/api/v1/bots/" + bot).status()).isLessThan(300);
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
