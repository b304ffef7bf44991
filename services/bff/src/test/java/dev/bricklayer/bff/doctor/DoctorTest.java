package dev.bricklayer.bff.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bricklayer.bff.installation.Probe;
import dev.bricklayer.bff.provisioning.Finding;
import dev.bricklayer.bff.provisioning.Finding.Grade;
import dev.bricklayer.bff.provisioning.Provisioner;
import dev.bricklayer.bff.world.ProvisioningWorld;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.config.Switches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The way there and back, tried on a server; where it is broken, what mends it. */
class DoctorTest {

  private static final Pattern TYPED = Pattern.compile("(?:^|&)text=([^&]*)");

  private final HttpServer bff = listening();
  private final ProvisioningWorld world = new ProvisioningWorld(Settings.forTest());

  @AfterEach
  void close() {
    bff.stop(0);
    world.close();
  }

  @Test
  void hearsItsOwnVoice() {
    ConfigurableApplicationContext program = program();
    answering(200, program.getBean(Probe.class));
    program.getBean(Provisioner.class).provision(false);
    assertThat(wrong(program)).isEmpty();
    assertThat(examined(program))
        .anySatisfy(
            finding -> assertThat(finding.words().toString()).contains("the answer comes back"));
  }

  @Test
  void findsThatAnotherInstallationAnswers() {
    ConfigurableApplicationContext program = program();
    program.getBean(Provisioner.class).provision(false);
    try (ProvisioningWorld elsewhere = new ProvisioningWorld(Settings.forTest())) {
      answering(200, elsewhere.program().getBean(Probe.class));
      assertThat(wrong(program)).singleElement().asString().contains("Something else");
    }
  }

  @Test
  void findsThatTheCommandIsNotKnownThere() {
    ConfigurableApplicationContext program = program();
    program.getBean(Provisioner.class).provision(false);
    answering(401, program.getBean(Probe.class));
    assertThat(wrong(program)).singleElement().asString().contains("does not know");
  }

  @Test
  void findsThatMattermostMayNotCallThisAddress() {
    ConfigurableApplicationContext program = program();
    answering(200, program.getBean(Probe.class));
    program.getBean(Provisioner.class).provision(false);
    world
        .mattermost()
        .config()
        .change(on -> on.with(Setting.ALLOWED_UNTRUSTED_INTERNAL_CONNECTIONS, "jira"));
    assertThat(wrong(program))
        .singleElement()
        .asString()
        .contains("AllowedUntrustedInternalConnections to \"127.0.0.1 jira\"");
  }

  @Test
  void findsThatNothingWasProvisioned() {
    assertThat(wrong(program())).hasSize(3).allMatch(words -> words.contains("provision"));
  }

  @Test
  void aServerThatWasJustInstalledIsToldEverySettingAtOnce() {
    ConfigurableApplicationContext program = program();
    program.getBean(Provisioner.class).provision(false);
    world.mattermost().config().change(_ -> Switches.FRESH.on(Setting.ENABLE_USER_ACCESS_TOKENS));
    assertThat(examined(program).stream().map(finding -> finding.words().toString()).toList())
        .anyMatch(words -> words.contains("EnableBotAccountCreation"))
        .anyMatch(words -> words.contains("EnablePostUsernameOverride"))
        .anyMatch(words -> words.contains("SiteURL"));
  }

  @Test
  void withoutAnAdministratorItLooksAtWhatWasMadeByHand() {
    ConfigurableApplicationContext program =
        world.program(
            "bricklayer.mattermost.admin-token=",
            "bricklayer.mattermost.bot-token=" + world.mattermost().demo().botToken(),
            "bricklayer.mattermost.command-tokens=made-by-hand");
    assertThat(wrong(program)).isEmpty();
    assertThat(examined(program))
        .anySatisfy(finding -> assertThat(finding.words().toString()).contains("@standup"));
  }

  @Test
  void aMattermostThatIsAwayIsTheOnlyFinding() {
    ConfigurableApplicationContext program = program();
    world.mattermost().down();
    assertThat(examined(program)).singleElement().extracting(Finding::grade).isEqualTo(Grade.WRONG);
  }

  private ConfigurableApplicationContext program() {
    return world.program("bricklayer.public-url=http://127.0.0.1:" + bff.getAddress().getPort());
  }

  private static List<Finding> examined(ConfigurableApplicationContext program) {
    return program.getBean(Doctor.class).examine();
  }

  private static List<String> wrong(ConfigurableApplicationContext program) {
    return examined(program).stream()
        .filter(finding -> finding.grade() == Grade.WRONG)
        .map(finding -> finding.words().toString())
        .toList();
  }

  private static HttpServer listening() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a running bff answers. */
  private void answering(int status, Probe probe) {
    bff.createContext("/mattermost/slash", exchange -> answer(exchange, status, probe));
  }

  private static void answer(HttpExchange exchange, int status, Probe probe) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher typed = TYPED.matcher(form);
    String text = typed.find() ? URLDecoder.decode(typed.group(1), StandardCharsets.UTF_8) : "";
    byte[] body =
        "{\"text\":\"%s\"}"
            .formatted(probe.answerTo(text).orElse("no probe"))
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
