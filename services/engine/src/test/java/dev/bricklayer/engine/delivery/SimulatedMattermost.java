package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.delivery.Disturbance.Mood;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.mattermost.Post;
import dev.bricklayer.mattermost.PostId;
import dev.bricklayer.testkit.checker.FoundPost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Mattermost as far as delivery depends on it: a {@code pending_post_id} is known for 30 s, a
 * request may hang inside for most of a minute and post nevertheless, and an answer may be lost.
 */
final class SimulatedMattermost {

  private static final long KNOWN_FOR = 30_000;
  private static final int REQUEST_TIMEOUT = 10_000;
  private static final int LONGEST_HANG = 59_000;

  private final Simulation world;
  private final List<FoundPost> posts = new ArrayList<>();
  private final Map<Occurrence, Pending> pending = new HashMap<>();
  private Mood mood = Mood.FINE;

  SimulatedMattermost(Simulation world) {
    this.world = world;
  }

  /** What is known of a {@code pending_post_id}; no post yet while the first attempt runs. */
  private record Pending(String post, long forgottenAt) {}

  void be(Mood other) {
    mood = other;
  }

  List<FoundPost> posts() {
    return posts;
  }

  /** A request to post; the answer comes later, or never. */
  void post(Occurrence occurrence, String channel, String text, Consumer<Answer<Post>> hear) {
    world.in(world.upTo(20), () -> arrive(occurrence, channel, text, hear));
  }

  private void arrive(
      Occurrence occurrence, String channel, String text, Consumer<Answer<Post>> hear) {
    switch (mood) {
      case FINE -> answer(hear, store(occurrence, channel, text));
      case REFUSING -> answer(hear, new Answer.Unreachable<>("refused"));
      case THROTTLING -> answer(hear, new Answer.Throttled<>(Duration.ofSeconds(2), null));
      case FAILING_BEFORE -> answer(hear, ambiguous("503"));
      case FAILING_AFTER -> {
        store(occurrence, channel, text);
        answer(hear, ambiguous("502"));
      }
      case BREAKING -> {
        if (world.coin()) {
          store(occurrence, channel, text);
        }
        answer(hear, ambiguous("reset"));
      }
      case HANGING -> hang(occurrence, channel, text, hear);
    }
  }

  /** The attempt counts from its start, however long it takes. */
  private void hang(
      Occurrence occurrence, String channel, String text, Consumer<Answer<Post>> hear) {
    world.in(REQUEST_TIMEOUT, () -> hear.accept(ambiguous("timed out")));
    if (isKnown(occurrence)) {
      return;
    }
    pending.put(occurrence, new Pending("", world.millis() + KNOWN_FOR));
    if (world.coin()) {
      world.in(world.upTo(LONGEST_HANG), () -> made(occurrence, channel, text));
    }
  }

  private Answer<Post> store(Occurrence occurrence, String channel, String text) {
    if (isKnown(occurrence)) {
      String made = pending.get(occurrence).post();
      return made.isEmpty() ? ambiguous("500 it is being made") : ok(made, channel, text);
    }
    return ok(made(occurrence, channel, text), channel, text);
  }

  private String made(Occurrence occurrence, String channel, String text) {
    String id = "post" + posts.size();
    world.note(() -> "Mattermost has " + id + " of " + occurrence.plannedAt());
    posts.add(
        new FoundPost(
            id, occurrence.jobId().value(), occurrence.plannedAt(), channel, world.time(), text));
    pending.put(occurrence, new Pending(id, world.millis() + KNOWN_FOR));
    return id;
  }

  private boolean isKnown(Occurrence occurrence) {
    Pending known = pending.get(occurrence);
    return known != null && known.forgottenAt() > world.millis();
  }

  /** A look into the channel. */
  void look(Occurrence occurrence, String channel, Consumer<Sighting> hear) {
    world.in(world.upTo(40), () -> hear.accept(sighting(occurrence, channel)));
  }

  private Sighting sighting(Occurrence occurrence, String channel) {
    return switch (mood) {
      case FINE, FAILING_AFTER, HANGING -> seen(occurrence, channel);
      case REFUSING, THROTTLING, FAILING_BEFORE, BREAKING -> new Sighting.Unclear("not now");
    };
  }

  private Sighting seen(Occurrence occurrence, String channel) {
    Optional<FoundPost> post =
        posts.stream()
            .filter(each -> each.job().equals(occurrence.jobId().value()))
            .filter(each -> each.plannedAt().equals(occurrence.plannedAt()))
            .filter(each -> each.channelId().equals(channel))
            .findFirst();
    return post.<Sighting>map(each -> new Sighting.Found(new PostId(each.id())))
        .orElseGet(Sighting.Absent::new);
  }

  private void answer(Consumer<Answer<Post>> hear, Answer<Post> answer) {
    world.in(world.upTo(20), () -> hear.accept(answer));
  }

  private static Answer<Post> ambiguous(String why) {
    return new Answer.Ambiguous<>(why, 0, "");
  }

  private Answer<Post> ok(String id, String channel, String text) {
    return new Answer.Ok<>(
        new Post(
            new PostId(id),
            new ChannelId(channel),
            new MattermostUserId("bot"),
            world.time(),
            world.time(),
            false,
            text,
            "",
            Map.of()),
        null);
  }
}
