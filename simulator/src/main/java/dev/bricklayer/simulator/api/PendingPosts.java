package dev.bricklayer.simulator.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers each {@code pending_post_id} for 30 s: from the start of the attempt, and again from
 * the moment the post is there. In memory only, at most 25,000 of them, the least used going first;
 * all as the real one does, so that nobody relies on more.
 */
final class PendingPosts {

  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private static final int MOST = 25_000;

  private final InstantSource clock;
  private final Map<String, Known> entries =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  /** What is known of an id; no post yet while the first attempt runs. */
  private record Known(String postId, long forgottenAt) {}

  /** What a new attempt has to do. */
  sealed interface Claim {
    /** It is the first: make the post. */
    record First() implements Claim {}

    /** Another attempt is at it. */
    record StillRunning() implements Claim {}

    /** The post is there. */
    record Made(String postId) implements Claim {}
  }

  PendingPosts(InstantSource clock) {
    this.clock = clock;
  }

  synchronized Claim claim(String pendingPostId) {
    Known known = entries.get(pendingPostId);
    if (known == null || known.forgottenAt() <= clock.millis()) {
      remember(pendingPostId, "");
      return new Claim.First();
    }
    return known.postId().isEmpty() ? new Claim.StillRunning() : new Claim.Made(known.postId());
  }

  synchronized void made(String pendingPostId, String postId) {
    remember(pendingPostId, postId);
  }

  /** The attempt failed: the next one counts as the first. */
  synchronized void failed(String pendingPostId) {
    entries.remove(pendingPostId);
  }

  private void remember(String pendingPostId, String postId) {
    entries.put(pendingPostId, new Known(postId, clock.millis() + REMEMBERED.toMillis()));
  }
}
