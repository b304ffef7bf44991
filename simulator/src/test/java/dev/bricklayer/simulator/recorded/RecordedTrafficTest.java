package dev.bricklayer.simulator.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.simulator.api.RateLimit;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.config.Switches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stand-in answers as real servers of both versions were seen to answer, case by case. Every
 * recorded case is played, or listed with the reason why not.
 */
class RecordedTrafficTest {

  private static final Map<String, List<String>> FILES =
      Map.of(
          "9.10",
          List.of(
              "server",
              "slash-commands",
              "actions",
              "dialogs",
              "posts-and-bots",
              "pending-post-id-expiry",
              "timeouts",
              "settings-closed",
              "settings-no-commands",
              "settings-rate-limit"),
          "11.6",
          List.of(
              "server",
              "slash-commands",
              "actions",
              "dialogs",
              "dialogs-11",
              "posts-and-bots",
              "pending-post-id-expiry",
              "timeouts"));

  private final NotPlayed notPlayed = NotPlayed.read();

  @ParameterizedTest
  @ValueSource(strings = {"9.10", "11.6"})
  void answersAsTheRealServerOfThatVersionDid(String version, @TempDir Path data)
      throws IOException, InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    int played = 0;
    try (Replay replay = new Replay(version, data)) {
      for (RecordedCase recorded : cases(version).filter(c -> !notPlayed.lists(c)).toList()) {
        prepare(replay, recorded);
        try {
          replay.play(recorded);
        } catch (AssertionError difference) {
          failures.add(difference);
        }
        played++;
      }
    }
    assertThat(failures).as("%d cases played against %s", played, version).isEmpty();
    assertThat(played).isGreaterThan(200);
  }

  /** What happened on the real server between the recorded calls. */
  private static void prepare(Replay replay, RecordedCase recorded)
      throws IOException, InterruptedException {
    switch (recorded.toString()) {
      case "server/create-team" -> replay.logIn("admin");
      case "slash-commands/command-create" -> makePeopleAndChannels(replay);
      case "posts-and-bots/channel-archive" -> makeTemp(replay);
      case "posts-and-bots/user-deactivated-read" -> replay.hasLeft("bob");
      case "posts-and-bots/post-token-revoked" ->
          replay.tokenOf("standup (bot), revoked token", "{token-second/token}");
      case "actions/bot-join-channel-before-team" ->
          replay.tokenOf("standup (bot)", "{bot-token/token}");
      case "pending-post-id-expiry/post-same-pending-id-after-31s" ->
          replay.later(Duration.ofSeconds(31));
      case "settings-closed/client-config-closed" ->
          replay.restart(settings -> settings.withSwitches(Switches.FRESH));
      case "settings-no-commands/slash-disabled" ->
          replay.restart(
              settings -> settings.withSwitches(Switches.OPEN.off(Setting.ENABLE_COMMANDS)));
      case "settings-rate-limit/rate-allowed" ->
          replay.restart(settings -> settings.withRateLimit(RateLimit.USUAL));
      case "settings-rate-limit/rate-limited" -> useUpTheAllowance(replay);
      default -> prepareConversation(replay, recorded);
    }
  }

  private static void prepareConversation(Replay replay, RecordedCase recorded)
      throws IOException, InterruptedException {
    switch (recorded.toString()) {
      case "slash-commands/slash-in-thread" -> {
        String body = "{\"channel_id\":\"{create-channel/id}\",\"message\":\"thread\"}";
        replay.name("thread", made(replay, "lena", "/api/v4/posts", body));
      }
      case "slash-commands/slash-in-dm" -> {
        String body = "[\"{lena}\",\"{bob}\"]";
        replay.name("dm", made(replay, "lena", "/api/v4/channels/direct", body));
      }
      case "slash-commands/response-url-1" -> {
        replay.typeBeforehand("{}");
        String url = replay.heardBeforehand().form().path("response_url").asString();
        replay.name("later", url.substring(url.lastIndexOf('/') + 1));
      }
      case "actions/button-update-no-props" -> replay.name("card", card(replay));
      case "actions/button-update-with-card" -> replay.name("second-card", card(replay));
      case "actions/button-deleted-post" ->
          replay.beforehand(200, "standup (bot)", "DELETE", "/api/v4/posts/{second-card}", "");
      case "actions/ephemeral-button" -> makeEphemeral(replay);
      case "dialogs/dialog-open-again", "dialogs/dialog-open-garbage" -> {}
      case "dialogs/dialog-open-from-button" -> clickBeforehand(replay);
      case "timeouts/slash-timeout" ->
          replay.set(Setting.OUTGOING_INTEGRATION_REQUESTS_TIMEOUT, "1");
      case "timeouts/dialog-open-expired" -> {
        replay.set(Setting.OUTGOING_INTEGRATION_REQUESTS_TIMEOUT, "30");
        makeTrigger(replay);
        replay.later(Duration.ofSeconds(31));
      }
      default -> {
        if (recorded.path().endsWith("/actions/dialogs/open")) {
          makeTrigger(replay);
        }
      }
    }
  }

  private static void makePeopleAndChannels(Replay replay)
      throws IOException, InterruptedException {
    for (String name : List.of("lena", "bob", "outsider")) {
      replay.person(name);
    }
    replay.name("secret", channel(replay, "admin", "secret", "P"));
    replay.name("old", channel(replay, "admin", "old", "O"));
    for (String name : List.of("lena", "bob")) {
      String body = "{\"team_id\":\"{create-team/id}\",\"user_id\":\"{" + name + "}\"}";
      made(replay, "admin", "/api/v4/teams/{create-team/id}/members", body);
      join(replay, "{create-channel/id}", "{" + name + "}");
      join(replay, "{old}", "{" + name + "}");
      replay.listen(name);
    }
    replay.beforehand(200, "admin", "DELETE", "/api/v4/channels/{old}", "");
  }

  private static void makeTemp(Replay replay) throws IOException, InterruptedException {
    replay.name("temp", channel(replay, "admin", "temp", "O"));
    join(replay, "{temp}", "{bot-create/user_id}");
    join(replay, "{temp}", "{lena}");
  }

  private static void join(Replay replay, String channel, String user)
      throws IOException, InterruptedException {
    String path = "/api/v4/channels/" + channel + "/members";
    replay.beforehand(201, "admin", "POST", path, "{\"user_id\":\"" + user + "\"}");
  }

  private static String channel(Replay replay, String by, String name, String type)
      throws IOException, InterruptedException {
    String body =
        "{\"team_id\":\"{create-team/id}\",\"name\":\"%s\",\"display_name\":\"%s\",\"type\":\"%s\"}"
            .formatted(name, name, type);
    return made(replay, by, "/api/v4/channels", body);
  }

  private static String made(Replay replay, String by, String path, String body)
      throws IOException, InterruptedException {
    return replay.beforehand(201, by, "POST", path, body).path("id").asString("");
  }

  private static final String BUTTON =
      """
      {"id": "run", "type": "button", "name": "Run", "style": "primary",
       "integration": {"url": "{integration}/action",
         "context": {"v": 1, "t": "signed", "n": 3, "deep": {"a": [1, 2]}}}}
      """;

  private static final String MENU =
      """
      {"id": "sel", "type": "select", "name": "Pick", "options": [{"text": "One", "value": "1"}],
       "integration": {"url": "{integration}/action", "context": {"k": "v"}}}
      """;

  private static String card(Replay replay) throws IOException, InterruptedException {
    String body =
        "{\"channel_id\": \"{create-channel/id}\", \"message\": \"card\", \"props\":"
            + " {\"attachments\": [{\"fallback\": \"Card\", \"text\": \"Choose\", \"actions\": ["
            + BUTTON
            + "]}]}}";
    return made(replay, "standup (bot)", "/api/v4/posts", body);
  }

  private static void makeEphemeral(Replay replay) throws IOException, InterruptedException {
    replay.takeEvents("lena");
    String actions = "[" + BUTTON + "," + MENU + "]";
    replay.typeBeforehand(
        "{\"text\": \"menu\", \"attachments\": [{\"actions\": " + actions + "}]}");
    JsonNode post = replay.takeEvents("lena").getFirst().post();
    replay.name("ephemeral", post.required("id").asString());
    JsonNode shown = post.at("/props/attachments/0/actions");
    String cookie = shown.at("/0/cookie").asString();
    replay.name("cookie", cookie);
    replay.name("menu-cookie", shown.at("/1/cookie").asString());
    replay.name("bad-cookie", (cookie.startsWith("A") ? "B" : "A") + cookie.substring(1));
  }

  private static void makeTrigger(Replay replay) throws IOException, InterruptedException {
    JsonNode answer = replay.typeBeforehand("{}");
    nameTrigger(replay, replay.heardBeforehand().form(), answer);
  }

  private static void clickBeforehand(Replay replay) throws IOException, InterruptedException {
    String path = "/api/v4/posts/" + card(replay) + "/actions/run";
    JsonNode answer = replay.beforehand(200, "lena", "POST", path, "{}");
    JsonNode heard = JsonMapper.shared().readTree(replay.heardBeforehand().body());
    nameTrigger(replay, heard, answer);
  }

  private static void nameTrigger(Replay replay, JsonNode heard, JsonNode answer) {
    String trigger = heard.required("trigger_id").asString();
    replay.name("trigger", trigger);
    replay.name("client", answer.required("trigger_id").asString());
    replay.name("tampered-trigger", trigger.substring(0, trigger.length() - 6) + "AAAA==");
  }

  private static void useUpTheAllowance(Replay replay) throws IOException, InterruptedException {
    // A call that is given back meanwhile would pass.
    replay.stopTheClock();
    int status = 201;
    for (int i = 0; i < 2_000 && status != 429; i++) {
      String body = "{\"channel_id\":\"{create-channel/id}\",\"message\":\"x\"}";
      status = replay.send("standup (bot)", "POST", "/api/v4/posts", body).statusCode();
    }
    assertThat(status).isEqualTo(429);
  }

  private static Stream<RecordedCase> cases(String version) {
    return FILES.get(version).stream().flatMap(file -> RecordedCase.of(version, file).stream());
  }

  @Test
  void everyLineOfTheListOfCasesNotPlayedFitsACase() {
    List<RecordedCase> all = Stream.of("9.10", "11.6").flatMap(v -> cases(v)).toList();
    assertThat(notPlayed.lines())
        .allSatisfy(
            line -> {
              assertThat(all).as(line.pattern()).anyMatch(line::fits);
              assertThat(line.reason()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.10", "11.6"})
  void noRecordedFileIsLeftOut(String version) throws IOException {
    try (Stream<Path> files = Files.list(RecordedCase.DIRECTORY.resolve(version))) {
      List<String> there =
          files.map(path -> path.getFileName().toString().replace(".json", "")).toList();
      assertThat(new TreeSet<>(there)).isEqualTo(new TreeSet<>(FILES.get(version)));
    }
  }

  @Test
  void aMissingFileIsAnError() {
    assertThatThrownBy(() -> RecordedCase.of("11.6", "nothing")).isInstanceOf(AssertionError.class);
  }
}
