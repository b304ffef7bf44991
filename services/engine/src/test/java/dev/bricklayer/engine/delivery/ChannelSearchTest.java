package dev.bricklayer.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.engine.ledger.OccurrenceId;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.Post;
import dev.bricklayer.mattermost.PostId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several are looked for in one channel, and each is judged by itself. */
class ChannelSearchTest {

  private static final Sighting ABSENT = new Sighting.Absent();

  private final Sending young = Deliveries.sending(true, Duration.ofMinutes(1));
  private final Sending old = Deliveries.sending(true, Duration.ofHours(1));
  private final ChannelSearch search = new ChannelSearch(List.of(young, old));

  @Test
  void eachIsFoundByItsOwnPost() {
    search.among(List.of(post("one", young, "u"), post("two", old, "u")));

    assertThat(search.isOver()).isTrue();
    assertThat(search.sightings())
        .containsEntry(id(young), new Sighting.Found(new PostId("one")))
        .containsEntry(id(old), new Sighting.Found(new PostId("two")));
  }

  @Test
  void aStrangersPropProvesNothing() {
    search.among(List.of(post("forged", young, "somebody")));
    search.endsWith(ABSENT);

    assertThat(search.sightings()).containsEntry(id(young), ABSENT).containsEntry(id(old), ABSENT);
  }

  @Test
  void goesBackToTheOldestOfThem() {
    assertThat(search.since()).isBefore(old.firstTry());
  }

  /**
   * So a very old one, for which there are more posts than can be read, keeps no other in doubt.
   */
  @Test
  void whatIsYoungerThanAllThatWasReadIsAbsentWhateverBecomesOfTheOthers() {
    search.hasReached(young.firstTry());
    assertThat(search.sightings()).as("clocks may be apart").isEmpty();

    search.hasReached(young.firstTry().minus(Duration.ofMinutes(6)));
    assertThat(search.isOver()).isFalse();
    search.endsWith(new Sighting.Unclear("too many"));

    assertThat(search.sightings())
        .containsEntry(id(young), ABSENT)
        .containsEntry(id(old), new Sighting.Unclear("too many"));
  }

  private static OccurrenceId id(Sending sending) {
    return sending.occurrence().id();
  }

  private static Post post(String id, Sending of, String author) {
    Instant at = of.firstTry();
    return new Post(
        new PostId(id),
        of.channel(),
        new MattermostUserId(author),
        at,
        at,
        false,
        of.text(),
        "",
        PostProps.of(of.occurrence()));
  }
}
