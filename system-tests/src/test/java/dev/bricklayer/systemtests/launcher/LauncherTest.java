package dev.bricklayer.systemtests.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The README, word for word, on the embedded default. */
class LauncherTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern COMMANDS =
      Pattern.compile("```sh\n(# register.*?)```", Pattern.DOTALL);

  /**
   * A busy machine may need longer to create a bot than a call usually waits. And one start alone
   * is too few to be worth the minute in which start-up caches are made.
   */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "BRICKLAYER_OPERATIONS_ANSWER_WITHIN",
          "60s",
          "BRICKLAYER_JAVA_OPTIONS",
          "-Dbricklayer.caches=");

  private final int portBase = RunningLauncher.freePortBase();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void theReadmeLeadsToAReminderThatSurvivesAKill(@TempDir Path directory) throws Exception {
    Path data = directory.resolve("data");
    String botToken;
    try (RunningLauncher bricklayer = RunningLauncher.up(portBase, data, ENVIRONMENT)) {
      botToken = bricklayer.botToken();
      String said = readme(botToken);
      assertThat(said).contains("\"status\":\"ACTIVE\"").contains("\"nextRun\"");
      assertThat(doctor(data)).contains("the answer comes back").doesNotContain("wrong");
      awaitReminders(botToken, Instant.EPOCH, 1);
      bricklayer.kill();
    }
    try (RunningLauncher bricklayer = RunningLauncher.up(portBase, data)) {
      Instant again = Instant.now();
      awaitReminders(botToken, again, 1);
      assertThat(reminders(botToken)).doesNotHaveDuplicates();
      assertThat(bricklayer.stop()).isZero();
      assertThat(bricklayer.leftBehind()).isEmpty();
    }
  }

  @Test
  void theReadmeLeadsToAReminderOverFiveProcessesThatAreStartedAgainWhenKilled(
      @TempDir Path directory) throws Exception {
    try (RunningLauncher bricklayer =
        RunningLauncher.up(portBase, directory.resolve("data"), ENVIRONMENT, "--processes")) {
      String botToken = bricklayer.botToken();
      assertThat(readme(botToken)).contains("\"status\":\"ACTIVE\"").contains("\"nextRun\"");
      List<ProcessHandle> services = bricklayer.services();
      assertThat(services).hasSize(5).allMatch(ProcessHandle::destroyForcibly);
      awaitReminders(botToken, Instant.now(), 1);
      assertThat(reminders(botToken)).doesNotHaveDuplicates();
      assertThat(bricklayer.services()).hasSize(5).doesNotContainAnyElementsOf(services);
      assertThat(bricklayer.stop()).isZero();
      assertThat(bricklayer.leftBehind()).isEmpty();
    }
  }

  @Test
  void refusesASecondInstanceOnTheSameDataWithASentence(@TempDir Path directory) throws Exception {
    try (RunningLauncher _ = RunningLauncher.up(portBase, directory.resolve("data"))) {
      RunningLauncher second =
          RunningLauncher.begin(RunningLauncher.freePortBase(), directory.resolve("data"));

      assertThat(second.awaitExit()).isNotZero();
      assertThat(second.said()).contains("--data");
    }
  }

  /** Runs what the README tells a newcomer to paste, on this test's ports. */
  private String readme(String botToken) throws Exception {
    Matcher matcher = COMMANDS.matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(matcher.find()).as("the README has the commands").isTrue();
    String commands =
        matcher
            .group(1)
            .replace("localhost:8081", "localhost:" + (portBase + 1))
            .replace("localhost:8080", "localhost:" + portBase);
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", commands).redirectErrorStream(true);
    shell.environment().put("BOT_TOKEN", botToken);
    Process process = shell.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /** The self-test, as somebody runs it in another terminal. */
  private static String doctor(Path data) throws Exception {
    Process process =
        new ProcessBuilder(ROOT + "/bricklayer", "doctor", "--data", data.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private void awaitReminders(String botToken, Instant since, int atLeast) {
    await()
        .atMost(Duration.ofSeconds(130))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(
                        reminders(botToken).stream()
                            .filter(instant -> Instant.parse(instant).isAfter(since)))
                    .hasSizeGreaterThanOrEqualTo(atLeast));
  }

  /** The planned instants of the reminders that stand in acme/release. */
  private List<String> reminders(String botToken) throws Exception {
    String channel =
        get(botToken, "/api/v4/teams/name/acme/channels/name/release").path("id").asString();
    return get(botToken, "/api/v4/channels/" + channel + "/posts")
        .path("posts")
        .valueStream()
        .map(post -> post.path("props").path("bricklayer").path("plannedAt").asString(""))
        .filter(plannedAt -> !plannedAt.isEmpty())
        .toList();
  }

  private JsonNode get(String botToken, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (portBase + 7) + path))
            .header("Authorization", "Bearer " + botToken)
            .build();
    return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
  }
}
