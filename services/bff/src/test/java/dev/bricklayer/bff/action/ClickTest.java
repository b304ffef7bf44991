package dev.bricklayer.bff.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.Rest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a click is worth. */
class ClickTest {

  private final BffWorld world = BffWorld.shared();
  private final Chatter lena = new Chatter(world.patient(), "lena");
  private final Chatter bob = new Chatter(world.patient(), "bob");
  private final JsonNode menu = lena.type("").json();

  @Test
  void isHeardOnAnyCopy() {
    Chatter elsewhere = new Chatter(world.hasty(), "lena");
    assertThat(elsewhere.click(menu, "Help").status()).isEqualTo(200);
    assertThat(elsewhere.click(menu, "Help").text()).doesNotContain("too old");
  }

  @Test
  void ofSomebodyElseIsWorthNothing() {
    Rest.Answer answer = bob.click(menu, "Help");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/ephemeral_text")).contains("Эта кнопка");
  }

  @Test
  void onWhatWeDidNotWriteIsWorthNothing() {
    ObjectNode forged = Chatter.button(menu, "Help").path("integration").deepCopy().asObject();
    ((ObjectNode) forged.path("context")).put("note", "AAAA");
    assertThat(lena.clickAs(forged, "post").at("/ephemeral_text")).contains("too old");
    ((ObjectNode) forged.path("context")).removeAll();
    assertThat(lena.clickAs(forged, "post").at("/ephemeral_text")).contains("too old");
  }

  @Test
  void thatMattermostNeverSendsIsForbidden() {
    Rest nobody = BffWorld.nobodyAt(world.patient());
    assertThat(nobody.post("/mattermost/action", "{}").status()).isEqualTo(403);
    assertThat(nobody.post("/mattermost/action", "[]").status()).isEqualTo(403);
    assertThat(nobody.post("/mattermost/action", "rubbish").status()).isEqualTo(403);
    assertThat(nobody.post("/mattermost/action", "\"" + "x".repeat(400_000) + "\"").status())
        .isEqualTo(403);
  }
}
