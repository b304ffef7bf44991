package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.engine.Installation;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.simulator.Posted;
import dev.bricklayer.testkit.checker.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The checker as a program, on an installation that ran. */
class InstallationCheckTest {

  private static Installation installation;
  private static PlannedJob job;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** Its first instants were missed, and all of them posted late. */
  @BeforeAll
  static void start() {
    installation = Installation.fresh();
    installation.engine();
    job =
        PlannedJob.in(installation)
            .cron(PlannedJob.EVERY_MINUTE)
            .missed("EACH", Duration.ofHours(1))
            .dueAt(
                installation
                    .ledger()
                    .now()
                    .minus(Duration.ofMinutes(10))
                    .truncatedTo(ChronoUnit.MINUTES));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !installation.posts(job.text()).isEmpty() && allTold());
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void findsNothingWhereEachPromiseWasKept() {
    assertThat(check(environment(), "--last", "8m")).as(said::toString).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("1 jobs, ").contains("0 findings");
  }

  /** Nobody knows of the post any more. */
  @Test
  void findsAPostThatIsNotInTheExport(@TempDir Path directory) throws Exception {
    Path export = directory.resolve("posts.jsonl");
    Files.write(export, exported());
    Map<String, String> environment = environment();
    environment.remove("BRICKLAYER_MATTERMOST_URL");
    assertThat(check(environment, "--last", "8m", "--posts", export.toString())).isZero();

    // Written twice is one post; the same occurrence in another one is not.
    List<String> twice = exported();
    twice.addAll(
        twice.stream().map(post -> post.replaceFirst("\"id\":\"..", "\"id\":\"zz")).toList());
    Files.write(export, twice);
    assertThat(check(environment, "--last", "8m", "--posts", export.toString())).isOne();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Doubled");
  }

  @Test
  void saysWhatItNeedsAndWhatItCannotRead() {
    assertThat(check(Map.of())).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("BRICKLAYER_DATABASE_URL is not set");
    assertThat(check(environment(), "--last", "yesterday")).isEqualTo(2);
    Map<String, String> wrong = environment();
    wrong.put("BRICKLAYER_DATABASE_PASSWORD", "wrong");
    wrong.put("BRICKLAYER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/engine");
    assertThat(check(wrong)).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Nothing can be said");
  }

  private int check(Map<String, String> environment, String... arguments) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.run(arguments, environment, out, out);
  }

  private static Map<String, String> environment() {
    return new HashMap<>(
        Map.of(
            "BRICKLAYER_DATABASE_URL", installation.database().url(),
            "BRICKLAYER_DATABASE_USER", installation.database().user(),
            "BRICKLAYER_DATABASE_PASSWORD", installation.database().password(),
            "BRICKLAYER_KAFKA", installation.kafka(),
            "BRICKLAYER_MATTERMOST_URL", installation.mattermost().address().toString(),
            "BRICKLAYER_MATTERMOST_ADMIN_TOKEN", installation.mattermost().demo().adminToken()));
  }

  private static List<String> exported() {
    return new ArrayList<>(
        installation.posts(job.text()).stream().map(InstallationCheckTest::line).toList());
  }

  private static String line(Posted post) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "id", post.id(),
                "channel_id", post.channelId(),
                "create_at", post.at().toEpochMilli(),
                "message", post.message(),
                "props", post.props()));
  }

  private static boolean allTold() {
    return installation
        .ledger()
        .jdbc()
        .sql(
            """
            select not exists (select from messaging.outbox_message where sent_at is null)
              and not exists (
                select from occurrence where look_at is not null and planned_at < now())
            """)
        .query(Boolean.class)
        .single();
  }
}
