package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.OccurrenceId;
import dev.bricklayer.engine.server.ServerGate;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Looks whether an occurrence stands in its channel, by the prop that every post carries. */
@Component
class ReadBack {

  /** Mattermost's clock may be behind ours by so much. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  /** Mattermost cuts the list at about 1,000: from here on it may have been cut. */
  private static final int CUT = 900;

  private static final int PER_PAGE = 200;
  private static final int MOST_PAGES = 50;

  /**
   * One answer may hold a thousand posts. After a death many are in doubt together, and what all of
   * them read at once would not fit into a small memory.
   */
  private static final int AT_ONCE = 4;

  /** Much less than an occurrence is its sender's alone. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final MattermostClient mattermost;
  private final ServerGate gate;
  private final Semaphore readers = new Semaphore(AT_ONCE, true);

  ReadBack(MattermostClient mattermost, ServerGate gate) {
    this.mattermost = mattermost;
    this.gate = gate;
  }

  /** Waits for its turn; what waits too long is looked for later. */
  Sighting look(AccessToken token, Sending sending) {
    try {
      if (!readers.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Sighting.Unclear("too many are looked for at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Sighting.Unclear("stopped before it was looked for");
    }
    try {
      return read(token, sending);
    } finally {
      readers.release();
    }
  }

  /** First the one call that also tells of deleted posts; page by page where it may be cut. */
  private Sighting read(AccessToken token, Sending sending) {
    Instant since = sending.firstTry().minus(CLOCKS_APART);
    return switch (gate.heard(mattermost.postsSince(token, sending.channel(), since))) {
      case Answer.Ok<List<Post>>(var posts, _) -> {
        Optional<Sighting> found = among(posts, sending);
        yield found.orElseGet(
            () -> posts.size() < CUT ? new Sighting.Absent() : page(token, sending, since));
      }
      case Answer.Refused<List<Post>> refused -> refused(refused);
      case Answer.Throttled<List<Post>> _ -> new Sighting.Unclear("throttled");
      case Answer.Unreachable<List<Post>>(var why) -> new Sighting.Unclear(why);
      case Answer.Ambiguous<List<Post>> unknown -> new Sighting.Unclear(unknown.why());
    };
  }

  private Sighting page(AccessToken token, Sending sending, Instant since) {
    for (int page = 0; page < MOST_PAGES; page++) {
      Answer<List<Post>> answer =
          gate.heard(mattermost.posts(token, sending.channel(), page, PER_PAGE));
      if (!(answer instanceof Answer.Ok<List<Post>>(var posts, _))) {
        return new Sighting.Unclear("page " + page + " of the channel could not be read");
      }
      Optional<Sighting> found = among(posts, sending);
      if (found.isPresent()) {
        return found.get();
      }
      if (posts.size() < PER_PAGE || posts.getLast().createdAt().isBefore(since)) {
        return new Sighting.Absent();
      }
    }
    return new Sighting.Unclear("more posts since than can be read back");
  }

  /** Mattermost's own word that the channel is closed to us; anything else may pass. */
  private static Sighting refused(Answer.Refused<List<Post>> refused) {
    String why = "the channel cannot be read: " + refused.status() + " " + refused.errorId();
    return refused.errorId().isEmpty()
        ? new Sighting.Unclear(why)
        : new Sighting.Unreadable(refused.status(), why);
  }

  /** Anybody could write the prop, so the author counts, too. */
  private static Optional<Sighting> among(List<Post> posts, Sending sending) {
    OccurrenceId id = sending.occurrence().id();
    return posts.stream()
        .filter(post -> sending.mayBeBy(post.author().value()))
        .filter(post -> isOf(post, id))
        .findFirst()
        .map(post -> new Sighting.Found(post.id()));
  }

  private static boolean isOf(Post post, OccurrenceId id) {
    return post.prop(PostProps.NAME) instanceof Map<?, ?> props
        && id.toString().equals(props.get(PostProps.OCCURRENCE));
  }
}
