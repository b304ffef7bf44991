package dev.bricklayer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.simulator.faults.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One post for a {@code pending_post_id}, for 30 seconds and no longer. */
class PendingPostIdTest {

  private final SettableClock clock = new SettableClock();
  private final StandInMattermost standIn =
      StandInMattermost.start(Settings.forTest().withClock(clock));
  private final Caller bot = Caller.bot(standIn);
  private final String release = standIn.demo().channelId("release");

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void aSecondAttemptGetsTheFirstPostEvenWithOtherWords() {
    HttpResponse<String> first = bot.post(release, "Hello", "occurrence");
    HttpResponse<String> second = bot.post(release, "Other words", "occurrence");

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(Caller.id(second)).isEqualTo(Caller.id(first));
    assertThat(Caller.json(second).path("message").asString()).isEqualTo("Hello");
    assertThat(standIn.posted()).hasSize(1);
  }

  @Test
  void theFirstPostIsForgottenThirtySecondsAfterItWasMade() {
    String first = Caller.id(bot.post(release, "Hello", "occurrence"));
    clock.advance(Duration.ofSeconds(28));
    assertThat(Caller.id(bot.post(release, "Hello", "occurrence"))).isEqualTo(first);
    clock.advance(Duration.ofSeconds(3));
    assertThat(Caller.id(bot.post(release, "Hello", "occurrence"))).isNotEqualTo(first);
    assertThat(standIn.posted()).hasSize(2);
  }

  @Test
  void anAttemptMeetsTheFirstOneThatIsStillRunning() {
    standIn.faults().add(Fault.on("POST", "/api/v4/posts").inside(Duration.ofMinutes(10)).times(1));
    CompletableFuture<HttpResponse<String>> first =
        bot.start("POST", "/api/v4/posts", Caller.newPost(release, "Hello", "occurrence"));
    Waiting.until("the fault hits", () -> standIn.faults().seen().getFirst().hits() == 1);

    HttpResponse<String> second = bot.post(release, "Hello", "occurrence");
    assertThat(second.statusCode()).isEqualTo(500);
    assertThat(Caller.id(second)).isEqualTo("api.post.deduplicate_create_post.pending");

    standIn.faults().clear();
    assertThat(first.join().statusCode()).isEqualTo(201);
    assertThat(standIn.posted()).hasSize(1);
  }

  @Test
  void eightAtOnceMakeOnePost() {
    List<CompletableFuture<HttpResponse<String>>> attempts =
        IntStream.range(0, 8)
            .mapToObj(
                _ -> bot.start("POST", "/api/v4/posts", Caller.newPost(release, "race", "race")))
            .toList();
    List<HttpResponse<String>> answers = attempts.stream().map(CompletableFuture::join).toList();

    assertThat(standIn.posted()).hasSize(1);
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(Caller.id(answer))
                    .isIn(
                        standIn.posted().getFirst().id(),
                        "api.post.deduplicate_create_post.pending"));
    assertThat(answers).anyMatch(answer -> answer.statusCode() == 201);
  }

  @Test
  void anAttemptThatFailedCountsAsNone() {
    assertThat(bot.post(release, "x".repeat(16_384), "occurrence").statusCode()).isEqualTo(400);
    assertThat(bot.post(release, "Hello", "occurrence").statusCode()).isEqualTo(201);
    assertThat(standIn.posted()).hasSize(1);
  }

  @Test
  void aPostDeletedMeanwhileIsAFault() {
    String first = Caller.id(bot.post(release, "Hello", "occurrence"));
    bot.call("DELETE", "/api/v4/posts/" + first, "");
    HttpResponse<String> second = bot.post(release, "Hello", "occurrence");
    assertThat(second.statusCode()).isEqualTo(500);
    assertThat(Caller.id(second)).isEqualTo("api.post.deduplicate_create_post.failed_to_get");
  }

  @Test
  void theIdOfAPostThatTheCallerMayNotReadSuppressesNothing() {
    String direct =
        "[\"%s\",\"%s\"]".formatted(standIn.demo().userId("admin"), standIn.demo().userId("bob"));
    String channel =
        Caller.id(Caller.admin(standIn).call("POST", "/api/v4/channels/direct", direct));
    Caller.admin(standIn).post(channel, "Between us", "occurrence");

    HttpResponse<String> other = bot.post(release, "Hello", "occurrence");
    assertThat(Caller.json(other).path("message").asString()).isEqualTo("Hello");
    assertThat(standIn.posted()).hasSize(2);
  }
}
