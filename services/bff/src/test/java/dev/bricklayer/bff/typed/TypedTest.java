package dev.bricklayer.bff.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.LivingBot;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.link.ConfirmLink;
import dev.bricklayer.contracts.link.LinkAsked;
import dev.bricklayer.contracts.link.RequestLink;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything that buttons do, typed. */
class TypedTest {

  private final BffWorld world = BffWorld.shared();
  private final LivingBot living = LivingBot.make();
  private final Chatter person = living.person();

  private static String text(JsonNode card) {
    StringBuilder all = new StringBuilder(card.path("text").asString(""));
    card.path("attachments")
        .forEach(part -> all.append('\n').append(part.path("text").asString("")));
    return all.toString();
  }

  @Test
  void opensTheFormAsFarAsALineWasUnderstood() {
    JsonNode answer = person.type("add Retro “Retro — now” Fridays 16:00 in ~town-square").json();
    assertThat(text(answer)).contains("Not saved yet").contains("zone");
    person.click(answer, "Open as a form");
    assertThat(person.dialog().toString()).contains("Retro — now").contains("Fridays 16:00");
  }

  @Test
  void asksBeforeABotGoesByItsName() {
    JsonNode question = person.type("удали " + living.name()).json();
    assertThat(Chatter.names(question)).contains("Delete bot and 1 reminder");
  }

  @Test
  void linksAnAccountAfterAYes() {
    assertThat(text(person.type("link nonsense").json())).contains("no code");
    assertThat(text(person.type("link ABCD-EFGH-JKMN").json())).contains("Checking");
    RequestLink asked = world.others().linkCommand(RequestLink.class, living.owner());
    world
        .others()
        .say(
            new LinkAsked(
                asked.linkId(),
                living.owner(),
                new PersonId(UUID.randomUUID()),
                "lena-rest",
                Instant.now().plusSeconds(600)));

    JsonNode question = person.awaitSeen(1);
    assertThat(text(question)).contains("lena-rest");
    person.click(question, "Yes, that is me");
    assertThat(world.others().linkCommand(ConfirmLink.class, living.owner()).linkId())
        .isEqualTo(asked.linkId());
  }
}
