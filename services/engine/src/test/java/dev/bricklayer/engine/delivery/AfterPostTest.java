package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ErrorIds;
import dev.bricklayer.mattermost.Post;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer proves, alone and while an earlier try is in doubt. */
class AfterPostTest {

  private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");
  private final AfterPost afterPost =
      new AfterPost(
          new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), RANDOM), Deliveries.USUAL);
  private final Sending fresh = Deliveries.sending(false, Duration.ZERO);
  private final Sending doubtful = Deliveries.sending(true, Duration.ofSeconds(20));

  @Test
  void aThrottledPostComesAgainNoSoonerThanAsked() {
    Outcome outcome = afterPost.of(new Answer.Throttled<>(Duration.ofSeconds(7), null), fresh);
    assertThat(outcome).isInstanceOf(Outcome.Again.class);
    assertThat(((Outcome.Again) outcome).after())
        .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(10));
  }

  @Test
  void whatReachedNobodyComesAgain() {
    assertThat(afterPost.of(new Answer.Unreachable<>("refused"), fresh))
        .isInstanceOf(Outcome.Again.class);
  }

  @Test
  void anUnclearAnswerIsInDoubt() {
    assertThat(afterPost.of(new Answer.Ambiguous<>("reset", 0, ""), fresh))
        .isInstanceOf(Outcome.Doubtful.class);
  }

  @ParameterizedTest
  @CsvSource({
    "401, api.context.session_expired.app_error, bot, TOKEN_INVALID",
    "403, api.context.permissions.app_error, job, BOT_NOT_MEMBER",
    "400, api.post.create_post.can_not_post_to_deleted.error, job, CHANNEL_ARCHIVED",
    "400, api.post.create_post.can_not_post_in_restricted_dm.error, job, DIRECT_RESTRICTED",
    "400, model.post.is_valid.message_length.app_error, nothing, "
  })
  void aRefusalEndsItAndReachesAsFarAsItsReason(
      int status, String errorId, String whom, RefusalCode code) {
    Outcome outcome = afterPost.of(new Answer.Refused<>(status, errorId, ""), fresh);
    Outcome.Stop expected =
        switch (whom) {
          case "bot" -> new Outcome.Stop.Bot(code);
          case "job" -> new Outcome.Stop.Job(code);
          default -> new Outcome.Stop.Nothing();
        };
    assertThat(outcome).isEqualTo(new Outcome.Refused(expected, status + " " + errorId));
  }

  /** A proxy's 401 or 403 has no error id of Mattermost's. */
  @ParameterizedTest
  @CsvSource({"401", "403", "404"})
  void whatMattermostDidNotSayItselfStopsNobody(int status) {
    assertThat(afterPost.of(new Answer.Refused<>(status, "", ""), fresh))
        .isInstanceOf(Outcome.Again.class);
  }

  @Test
  void whileAnEarlierTryIsInDoubtNothingElseEndsTheDoubt() {
    assertThat(afterPost.of(new Answer.Throttled<>(Duration.ofSeconds(1), null), doubtful))
        .isInstanceOf(Outcome.Doubtful.class);
    assertThat(afterPost.of(new Answer.Unreachable<>("refused"), doubtful))
        .isInstanceOf(Outcome.Doubtful.class);
    Answer<Post> tooLong = new Answer.Refused<>(400, ErrorIds.MESSAGE_TOO_LONG, "");
    assertThat(afterPost.of(tooLong, doubtful))
        .isInstanceOfSatisfying(
            Outcome.Doubtful.class,
            doubt ->
                assertThat(doubt.lookAfter())
                    .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40)));
  }

  @Test
  void aClosedChannelInDoubtCanNeverBeCleared() {
    Answer<Post> closed = new Answer.Refused<>(403, ErrorIds.NO_PERMISSION, "");
    assertThat(afterPost.of(closed, doubtful)).isInstanceOf(Outcome.Unknowable.class);
  }

  @Test
  void backoffDoublesToItsBoundWithFullJitter() {
    Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), RANDOM);
    for (int i = 0; i < 1_000; i++) {
      assertThat(backoff.after(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(2_100));
      assertThat(backoff.after(3)).isLessThan(Duration.ofMillis(8_100));
      assertThat(backoff.after(1_000)).isLessThan(Duration.ofSeconds(301));
    }
  }
}
