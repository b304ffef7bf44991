package dev.bricklayer.simulator.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bricklayer.simulator.api.RateLimit;
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
    assertThat(played).isGreaterThan(100);
  }

  /** What happened on the real server between the recorded calls. */
  private static void prepare(Replay replay, RecordedCase recorded)
      throws IOException, InterruptedException {
    switch (recorded.toString()) {
      case "server/create-team" -> replay.logIn("admin");
      case "actions/bot-create" -> makePeopleAndChannels(replay);
      case "actions/bot-join-channel-before-team" ->
          replay.tokenOf("standup (bot)", "{bot-token/token}");
      case "posts-and-bots/channel-archive" -> makeTemp(replay);
      case "posts-and-bots/post-token-revoked" ->
          replay.tokenOf("standup (bot), revoked token", "{token-second/token}");
      case "pending-post-id-expiry/post-same-pending-id-after-31s" ->
          replay.later(Duration.ofSeconds(31));
      case "settings-closed/client-config-closed" ->
          replay.restart(settings -> settings.withSwitches(Switches.FRESH));
      case "settings-rate-limit/rate-allowed" ->
          replay.restart(settings -> settings.withRateLimit(RateLimit.USUAL));
      case "settings-rate-limit/rate-limited" -> useUpTheAllowance(replay);
      default -> {}
    }
  }

  private static void makePeopleAndChannels(Replay replay)
      throws IOException, InterruptedException {
    for (String name : List.of("lena", "bob", "outsider")) {
      replay.person(name);
    }
    for (String name : List.of("lena", "bob")) {
      String body = "{\"user_id\":\"{" + name + "}\"}";
      replay.beforehand(201, "admin", "POST", "/api/v4/channels/{create-channel/id}/members", body);
    }
    replay.name("secret", channel(replay, "lena", "secret", "P"));
    replay.name("old", channel(replay, "admin", "old", "O"));
    replay.beforehand(200, "admin", "DELETE", "/api/v4/channels/{old}", "");
  }

  private static void makeTemp(Replay replay) throws IOException, InterruptedException {
    replay.name("temp", channel(replay, "admin", "temp", "O"));
    String bot = "{\"user_id\":\"{bot-create/user_id}\"}";
    replay.beforehand(201, "admin", "POST", "/api/v4/channels/{temp}/members", bot);
  }

  private static String channel(Replay replay, String by, String name, String type)
      throws IOException, InterruptedException {
    String body =
        "{\"team_id\":\"{create-team/id}\",\"name\":\"%s\",\"display_name\":\"%s\",\"type\":\"%s\"}"
            .formatted(name, name, type);
    return replay.beforehand(201, by, "POST", "/api/v4/channels", body).required("id").asString();
  }

  private static void useUpTheAllowance(Replay replay) throws IOException, InterruptedException {
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
