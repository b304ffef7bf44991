package dev.bricklayer.bff.slash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.installation.Probe;
import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.embedded.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The slash command and its menu. */
class MenuTest {

  /** After that it says that nothing answers; what is away would take longer. */
  private static final Duration MATTERMOST_WAITS = Duration.ofSeconds(3);

  private final BffWorld world = BffWorld.shared();
  private final Chatter lena = new Chatter(world.patient(), "lena");
  private final Chatter bob = new Chatter(world.patient(), "bob");

  @Test
  void showsTheMenuToWhoTypedItAndToNobodyElse() {
    Rest.Answer answer = lena.type("");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.at("/response_type")).isEqualTo("ephemeral");
    assertThat(answer.at("/text")).contains("Bricklayer").contains("What would you like to do?");
    assertThat(Chatter.names(answer.json())).contains("Help");
  }

  @Test
  void speaksTheLanguageOfThePerson() {
    assertThat(bob.type("").at("/text")).contains("Что сделаем?");
    assertThat(Chatter.names(bob.type("").json())).contains("Справка");
    assertThat(lena.type("помощь").at("/text")).contains("What you can type");
    assertThat(bob.type("help").at("/text")).contains("Что можно набрать");
  }

  @Test
  void buttonsHaveIdsThatMattermostCanCall() {
    assertThat(Chatter.buttons(lena.type("").json()))
        .allSatisfy(
            button -> {
              assertThat(button.path("id").asString("")).matches("[A-Za-z0-9]+");
              assertThat(button.at("/integration/url").asString("")).endsWith("/mattermost/action");
            })
        .extracting(button -> button.path("id").asString(""))
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsNobodyWithoutTheToken() {
    Rest.Answer answer = lena.send(lena.command("", "3mraeswg3fdf5b6kkefmtfme3f"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).isEmpty();
    Map<String, String> none = new HashMap<>(lena.command("", ""));
    none.remove("token");
    assertThat(lena.send(none).status()).isEqualTo(401);
  }

  @Test
  void whoDoesNotSpeakAsMattermostIsNotMattermost() {
    assertThat(lena.send(Map.of("token", BffWorld.COMMAND_TOKEN)).status()).isEqualTo(403);
  }

  @Test
  void namesTheNearestCommandForAWordThatItDoesNotKnow() {
    assertThat(lena.type("hlep").at("/text")).contains("`hlep`").contains("`/bricklayer help`");
    assertThat(bob.type("помошь").at("/text")).contains("`/bricklayer помощь`");
    assertThat(lena.type("xyzzy please").at("/text")).contains("xyzzy").contains("help");
  }

  @Test
  void answersTheSelfTestAsThisInstallation() {
    Probe probe = world.patient().getBean(Probe.class);

    Rest.Answer answer = lena.type(probe.question("0a1b2c"));

    assertThat(answer.at("/response_type")).isEqualTo("ephemeral");
    assertThat(answer.at("/text")).isEqualTo(probe.answer("0a1b2c"));
    assertThat(lena.type("probe whoever").at("/text")).contains("help");
  }

  @Test
  void isThereAtOnceWithoutItsDatabase(@TempDir Path directory) throws Exception {
    try (PostgresServer server = PostgresServer.start(directory, 0, Map.of());
        ConfigurableApplicationContext copy =
            world.apart(
                server.createRoleAndDatabase("bff", "secret"),
                "--spring.datasource.hikari.connection-timeout=30000")) {
      server.kill();
      Chatter stranded = new Chatter(copy, "bob");
      stranded.type("warms up");

      long before = System.nanoTime();
      Rest.Answer answer = stranded.type("");

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(MATTERMOST_WAITS);
      assertThat(answer.at("/text")).contains("Что сделаем?");
    }
  }

  @Test
  void speaksTheInstallationsLanguageWhereMattermostIsTooSlow() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ConfigurableApplicationContext copy =
            world.oneMore(
                "--bricklayer.mattermost.url=http://127.0.0.1:" + silent.getLocalPort())) {
      Chatter hurried = new Chatter(copy, "bob");
      hurried.type("warms up");

      long before = System.nanoTime();
      Rest.Answer answer = hurried.type("");

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(MATTERMOST_WAITS);
      assertThat(answer.at("/text")).contains("What would you like to do?");
    }
  }
}
