package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.OccurrenceId;
import dev.bricklayer.mattermost.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is looked for in one channel, and what was seen of each so far. It only reckons: posts are
 * brought to it, newest first.
 */
final class ChannelSearch {

  /** Mattermost's clock may be behind ours by so much. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final Map<String, Sending> left;
  private final Map<OccurrenceId, Sighting> seen = new HashMap<>();

  ChannelSearch(Collection<Sending> wanted) {
    this.left =
        wanted.stream()
            .collect(
                Collectors.toMap(
                    sending -> id(sending).toString(), Function.identity(), (one, _) -> one));
  }

  /** No post of any of them is older. */
  Instant since() {
    return left.values().stream().map(ChannelSearch::since).min(Instant::compareTo).orElseThrow();
  }

  /** Whether each has been seen, or is known not to be there. */
  boolean isOver() {
    return left.isEmpty();
  }

  /** These stand in the channel. */
  void among(List<Post> posts) {
    for (Post post : posts) {
      if (post.prop(PostProps.NAME) instanceof Map<?, ?> props
          && props.get(PostProps.OCCURRENCE) instanceof String id) {
        seen(post, id);
      }
    }
  }

  /** Anybody could write the prop, so the author counts, too. */
  private void seen(Post post, String id) {
    Sending sending = left.get(id);
    if (sending != null && sending.mayBeBy(post.author().value())) {
      left.remove(id);
      seen.put(id(sending), new Sighting.Found(post.id()));
    }
  }

  /** All posts back to this instant were brought. */
  void hasReached(Instant oldest) {
    List<Sending> passed =
        left.values().stream().filter(sending -> oldest.isBefore(since(sending))).toList();
    passed.forEach(sending -> settle(sending, new Sighting.Absent()));
  }

  /** So it is with all that were not seen. */
  void endsWith(Sighting sighting) {
    List.copyOf(left.values()).forEach(sending -> settle(sending, sighting));
  }

  private void settle(Sending sending, Sighting sighting) {
    left.remove(id(sending).toString());
    seen.put(id(sending), sighting);
  }

  /** What was seen of each, once it is over. */
  Map<OccurrenceId, Sighting> sightings() {
    return Map.copyOf(seen);
  }

  private static Instant since(Sending sending) {
    return sending.firstTry().minus(CLOCKS_APART);
  }

  private static OccurrenceId id(Sending sending) {
    return sending.occurrence().id();
  }
}
