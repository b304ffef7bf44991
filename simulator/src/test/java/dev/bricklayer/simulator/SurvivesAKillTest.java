package dev.bricklayer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is there after {@code kill -9}. */
class SurvivesAKillTest {

  @TempDir Path data;

  @Test
  void noAnsweredPostIsLost() throws IOException, InterruptedException {
    List<String> answered = new ArrayList<>();
    for (int life = 1; life <= 2; life++) {
      answered.addAll(postsOfAProcessThatIsKilledAfter(200 * life));
      try (var standIn = StandInMattermost.start(Settings.forTest().withData(data))) {
        List<String> kept = standIn.posted().stream().map(Posted::id).toList();
        assertThat(kept).containsAll(answered).doesNotHaveDuplicates();
      }
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(600);
  }

  private List<String> postsOfAProcessThatIsKilledAfter(int posts)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledStandIn.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> answered = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answered.add(line);
        if (answered.size() == posts) {
          // Not by the process itself: that would close the stream that we read.
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    // The last line may be cut off by the kill, but every whole one was answered.
    answered.removeIf(id -> id.length() != 26);
    return answered;
  }

  @Test
  void aLineTornByTheKillIsNobodysLoss() throws IOException {
    Settings settings = Settings.forTest().withData(data);
    String kept;
    try (var standIn = StandInMattermost.start(settings)) {
      kept = Caller.id(Caller.bot(standIn).post(standIn.demo().channelId("release"), "x", ""));
    }
    Files.writeString(
        data.resolve("journal.jsonl"), "{\"row\":\"post\",\"id\":\"to", StandardOpenOption.APPEND);
    for (int start = 0; start < 2; start++) {
      try (var standIn = StandInMattermost.start(settings)) {
        assertThat(standIn.posted()).extracting(Posted::id).containsExactly(kept);
      }
    }
  }

  @Test
  void damageInTheMiddleStopsTheStart() throws IOException {
    Settings settings = Settings.forTest().withData(data);
    StandInMattermost.start(settings).close();
    Path journal = data.resolve("journal.jsonl");
    Files.writeString(journal, "rubbish\n" + Files.readString(journal));
    assertThatThrownBy(() -> StandInMattermost.start(settings))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void aSecondOneOnTheSameDataIsRefused() {
    Settings settings = Settings.forTest().withData(data);
    try (var first = StandInMattermost.start(settings)) {
      assertThatThrownBy(() -> StandInMattermost.start(settings))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(data.toString());
      assertThat(Caller.nobody(first).get("/api/v4/system/ping").statusCode()).isEqualTo(200);
    }
    StandInMattermost.start(settings).close();
  }

  @Test
  void aPortInUseIsSaid() {
    try (var first = StandInMattermost.start(Settings.forTest())) {
      Settings same = new Settings(first.address().getPort(), "11.6", null);
      assertThatThrownBy(() -> StandInMattermost.start(same))
          .hasMessageContaining(String.valueOf(first.address().getPort()));
    }
  }

  @Test
  void changesAndDeletionsAreKeptToo() {
    Settings settings = Settings.forTest().withData(data);
    String edited;
    try (var standIn = StandInMattermost.start(settings)) {
      String release = standIn.demo().channelId("release");
      Caller bot = Caller.bot(standIn);
      edited = Caller.id(bot.post(release, "before", ""));
      String deleted = Caller.id(bot.post(release, "gone", ""));
      bot.call("PUT", "/api/v4/posts/" + edited + "/patch", "{\"message\":\"after\"}");
      bot.call("DELETE", "/api/v4/posts/" + deleted, "");
    }
    try (var standIn = StandInMattermost.start(settings)) {
      assertThat(standIn.posted())
          .extracting(Posted::message, Posted::deleted)
          .containsExactly(tuple("after", false), tuple("gone", true));
      assertThat(standIn.posted().getFirst().id()).isEqualTo(edited);
    }
  }

  @Test
  void beyondItsBoundItForgetsTheOldestAndSaysSo() {
    try (var standIn = StandInMattermost.start(Settings.forTest().keepingPosts(10))) {
      String release = standIn.demo().channelId("release");
      Caller bot = Caller.bot(standIn);
      for (int i = 0; i < 25; i++) {
        bot.post(release, "no. " + i, "");
      }
      assertThat(standIn.posted()).hasSize(10);
      assertThat(standIn.posted().getLast().message()).isEqualTo("no. 24");
      assertThat(standIn.forgottenPosts()).isEqualTo(15);
      assertThat(Caller.json(bot.get("/api/v4/channels/" + release + "/posts")).path("order"))
          .hasSize(10);
    }
  }
}
