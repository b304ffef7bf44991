package dev.bricklayer.bff.createbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.state.LinkedIdentity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What a bot may speak with, for whom, and what of it leaves the bff. */
class KindsOfCredentialsTest {

  private static final String OWN_BOTS_TOKEN = "b3xq9h7pbtfm8yzd5c1wrn6jsb";
  private static final String MANAGED = "{\"kind\": \"managed\"}";
  private static final String SHARED = "{\"kind\": \"shared\"}";

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena);
  private final String name = BffWorld.unique("Kinds");
  private final String userId =
      "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 25);

  @BeforeEach
  void lenaIsLinked() {
    world.linked(
        lena,
        1,
        new LinkedIdentity(new PersonId(UUID.randomUUID()), userId, "lena", Instant.now()));
  }

  @Test
  void aManagedBotIsAskedForInTheNameOfTheMattermostUser() {
    Rest.Answer answer =
        rest.post("/api/v1/bots", Bodies.bot(name).with("/credentials", MANAGED).json());

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    CreateBot command = world.others().command(name).body();
    assertThat(command.credentials()).isEqualTo(Credentials.Managed.toBeMade());
    assertThat(command.requester()).isEqualTo(userId);
  }

  @Test
  void aSharedBotSpeaksWithBricklayersOwnTokenSealedForIt() {
    try (ConfigurableApplicationContext withBot =
        world.oneMore("--bricklayer.mattermost.bot-token=" + OWN_BOTS_TOKEN)) {
      world
          .at(withBot, lena)
          .post("/api/v1/bots", Bodies.bot(name).with("/credentials", SHARED).json());

      CreateBot command = world.others().command(name).body();
      assertThat(command.credentials()).isInstanceOf(Credentials.Shared.class);
      assertThat(
              world
                  .opener()
                  .open(Objects.requireNonNull(command.credentials().token()), command.botId()))
          .isEqualTo(OWN_BOTS_TOKEN);
      assertThat(command.requester()).isEqualTo(userId);
    }
  }

  @Test
  void thereIsNothingToShareWithoutAnOwnBot() {
    try (ConfigurableApplicationContext without =
        world.oneMore("--bricklayer.mattermost.bot-token=")) {
      Rest.Answer answer =
          world
              .at(without, lena)
              .post("/api/v1/bots", Bodies.bot(name).with("/credentials", SHARED).json());

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.at("/errors/0/code")).isEqualTo("credentials-unavailable");
      assertThat(answer.at("/errors/0/pointer")).isEqualTo("/credentials/kind");
      Chatter inMattermost = new Chatter(without, "lena");
      JsonNode menu = inMattermost.type("").json();
      assertThat(Chatter.names(menu)).contains("New bot").doesNotContain("Bot with own token");
      inMattermost.click(menu, "New bot");
      assertThat(inMattermost.dialog().path("title").asString("")).isEqualTo("Bot with own token");
    }
  }

  @Test
  void aTokenBesideAKindWithoutOneIsAnUnknownField() {
    Rest.Answer answer =
        rest.post("/api/v1/bots", Bodies.bot(name).with("/credentials/kind", "\"managed\"").json());

    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/credentials/token");
    assertThat(answer.at("/errors/0/code")).isEqualTo("unknown-field");
  }

  @Test
  void meIsTheMattermostUserThatTheOwnerIs() {
    Rest.Answer answer =
        rest.post(
            "/api/v1/bots", Bodies.bot(name).with("/job/channel", "{\"directTo\": \"me\"}").json());

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(world.others().command(name).body().firstJob().content().channel())
        .isEqualTo(ChannelRef.directTo(userId));
    assertThat(answer.at("/jobs/0/channel/directTo")).isEqualTo("me");
    assertThat(answer.text()).doesNotContain(userId);
  }

  @Test
  void nobodyElseIsWrittenToDirectly() {
    Rest.Answer answer =
        rest.post(
            "/api/v1/bots",
            Bodies.bot(name).with("/job/channel", "{\"directTo\": \"" + userId + "\"}").json());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/job/channel/directTo");
  }
}
