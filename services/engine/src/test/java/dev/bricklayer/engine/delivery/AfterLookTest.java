package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.mattermost.PostId;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is made of a look into the channel, by how long ago the doubt began. */
class AfterLookTest {

  private static final Sighting ABSENT = new Sighting.Absent();
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), new Random(0));
  private final AfterLook afterLook = new AfterLook(backoff, Deliveries.USUAL);

  @Test
  void whatStandsThereIsPosted() {
    Sighting found = new Sighting.Found(new PostId("post"));
    assertThat(afterLook.of(found, doubt(2, SOON)))
        .isEqualTo(new AfterLook.Learnt(new Outcome.Posted(new PostId("post"))));
  }

  @Test
  void isSentAgainWhileMattermostWouldRecogniseIt() {
    assertThat(afterLook.of(ABSENT, doubt(2, SOON))).isInstanceOf(AfterLook.Send.class);
  }

  @Test
  void afterThatTheChannelHasToProveIt() {
    assertThat(waits(doubt(2, Duration.ofSeconds(40)))).isBetween(seconds(19), seconds(20));
    assertThat(afterLook.of(ABSENT, doubt(2, seconds(61))))
        .isInstanceOf(AfterLook.LookOnceMore.class);
  }

  /** The request that was sent again, 25 s after the first, may hang for a minute as well. */
  @Test
  void whatMayHaveBeenSentAgainProvesItAsMuchLater() {
    assertThat(waits(doubt(3, seconds(61)))).isBetween(seconds(23), seconds(24));
    assertThat(afterLook.of(ABSENT, doubt(3, seconds(86))))
        .isInstanceOf(AfterLook.LookOnceMore.class);
  }

  @Test
  void aSenderThatStoodStillAfterItsLookTakesItAgainFirst() {
    assertThat(doubt(2, Duration.ofSeconds(24)).isStale(Deliveries.USUAL)).isFalse();
    assertThat(doubt(2, Duration.ofSeconds(25)).isStale(Deliveries.USUAL)).isTrue();
  }

  private Duration waits(Sending sending) {
    AfterLook.Next next = afterLook.of(ABSENT, sending);
    if (next instanceof AfterLook.Learnt(Outcome.Doubtful(var lookAfter, _))) {
      return lookAfter;
    }
    throw new AssertionError(next);
  }

  private static Sending doubt(int attempt, Duration age) {
    Sending s = Deliveries.sending(true, age);
    return new Sending(
        s.occurrence(),
        attempt,
        s.text(),
        s.channel(),
        s.account(),
        s.formerAccounts(),
        s.credentials(),
        s.credentialsVersion(),
        s.firstTry(),
        true,
        true,
        false,
        s.takenAt(),
        s.taken());
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
