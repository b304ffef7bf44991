package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.ledger.OccurrenceId;
import dev.bricklayer.engine.server.ServerGate;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Looks whether an occurrence stands in its channel, by the prop that every post carries. After a
 * death many are in doubt together, and many of them in the same channel: those who wait until they
 * may look share one look. It begins after each of them has asked for it.
 */
@Component
class ReadBack {

  /** Mattermost cuts the list at about 1,000: from here on it may have been cut. */
  private static final int CUT = 900;

  private static final int PER_PAGE = 200;

  /** What lies behind so many newer posts is not found. */
  private static final int MOST_PAGES = 200;

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
  private final ConcurrentMap<Place, Look> toCome = new ConcurrentHashMap<>();

  ReadBack(MattermostClient mattermost, ServerGate gate) {
    this.mattermost = mattermost;
    this.gate = gate;
  }

  /** Where is looked, and as whom. */
  private record Place(AccessToken token, ChannelId channel) {}

  /** Waits for its turn; what waits too long is looked for later. */
  Sighting look(AccessToken token, Sending sending) {
    Place place = new Place(token, sending.channel());
    Look own = new Look(place, sending);
    Look look = toCome.merge(place, own, (shared, _) -> shared.with(sending));
    try {
      if (look == own) {
        look.carryOut();
      }
      return look.sightingOf(sending);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Sighting.Unclear("stopped before it was looked for");
    }
  }

  /** One look, and all for whom it is made. Whoever asked first carries it out. */
  private final class Look {

    private final Place place;
    private final List<Sending> wanted = new ArrayList<>();
    private final CompletableFuture<Map<OccurrenceId, Sighting>> seen = new CompletableFuture<>();

    Look(Place place, Sending first) {
      this.place = place;
      wanted.add(first);
    }

    Look with(Sending sending) {
      wanted.add(sending);
      return this;
    }

    Sighting sightingOf(Sending sending) throws InterruptedException {
      try {
        return Objects.requireNonNull(seen.get().get(sending.occurrence().id()));
      } catch (ExecutionException e) {
        throw new IllegalStateException("the channel could not be read", e.getCause());
      }
    }

    /** Whatever becomes of it, all who wait for it are told. */
    void carryOut() throws InterruptedException {
      try {
        seen.complete(inTurn());
      } catch (Throwable e) {
        seen.completeExceptionally(e);
        throw e;
      }
    }

    private Map<OccurrenceId, Sighting> inTurn() throws InterruptedException {
      boolean mayLook = false;
      try {
        mayLook = readers.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        toCome.remove(place, this);
      }
      ChannelSearch search = new ChannelSearch(wanted);
      if (mayLook) {
        try {
          read(place, search);
        } finally {
          readers.release();
        }
      }
      search.endsWith(new Sighting.Unclear("too many are looked for at once"));
      return search.sightings();
    }
  }

  /** First the one call that also tells of deleted posts; page by page where it may be cut. */
  private void read(Place place, ChannelSearch search) {
    switch (gate.heard(mattermost.postsSince(place.token, place.channel, search.since()))) {
      case Answer.Ok<List<Post>>(var posts, _) -> {
        search.among(posts);
        if (posts.size() >= CUT) {
          page(place, search);
        }
        search.endsWith(new Sighting.Absent());
      }
      case Answer.Refused<List<Post>> refused -> search.endsWith(refused(refused));
      case Answer.Throttled<List<Post>> _ -> search.endsWith(new Sighting.Unclear("throttled"));
      case Answer.Unreachable<List<Post>>(var why) -> search.endsWith(new Sighting.Unclear(why));
      case Answer.Ambiguous<List<Post>> unknown ->
          search.endsWith(new Sighting.Unclear(unknown.why()));
    }
  }

  private void page(Place place, ChannelSearch search) {
    for (int page = 0; page < MOST_PAGES && !search.isOver(); page++) {
      Answer<List<Post>> answer =
          gate.heard(mattermost.posts(place.token, place.channel, page, PER_PAGE));
      if (!(answer instanceof Answer.Ok<List<Post>>(var posts, _))) {
        search.endsWith(new Sighting.Unclear("page " + page + " of the channel could not be read"));
        return;
      }
      search.among(posts);
      if (posts.size() < PER_PAGE) {
        return;
      }
      search.hasReached(posts.getLast().createdAt());
    }
    search.endsWith(new Sighting.Unclear("more posts since than can be read back"));
  }

  /** Mattermost's own word that the channel is closed to us; anything else may pass. */
  private static Sighting refused(Answer.Refused<List<Post>> refused) {
    String why = "the channel cannot be read: " + refused.status() + " " + refused.errorId();
    return refused.errorId().isEmpty()
        ? new Sighting.Unclear(why)
        : new Sighting.Unreadable(refused.status(), why);
  }
}
