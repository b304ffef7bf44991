package dev.bricklayer.simulator.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All posts, by id and by channel in the order they were made. Not safe for several threads: {@link
 * World} holds its lock around every call.
 */
final class PostLog {

  /** Mattermost's own limit for a read of everything since an instant. */
  private static final int MOST_SINCE = 1000;

  private final int keep;
  private final Map<String, Post> byId = new HashMap<>();
  private final ArrayDeque<String> oldestFirst = new ArrayDeque<>();
  private final Map<String, ChannelPosts> byChannel = new HashMap<>();
  private long dropped;

  PostLog(int keep) {
    this.keep = keep;
  }

  /**
   * The ids of one channel in order, those changed later, and what the channel shows as its
   * numbers.
   */
  private static final class ChannelPosts {
    private final ArrayList<String> ids = new ArrayList<>();
    private int first;
    private final Set<String> changed = new LinkedHashSet<>();
    private long lastPostAt;
    private long count;
  }

  /** Returns the version in whose place this one stands; null for a new post. */
  @Nullable Post put(Post post) {
    ChannelPosts channel = byChannel.computeIfAbsent(post.channelId(), _ -> new ChannelPosts());
    Post before = byId.put(post.id(), post);
    if (before != null) {
      channel.changed.add(post.id());
      return before;
    }
    oldestFirst.add(post.id());
    channel.ids.add(post.id());
    channel.lastPostAt = Math.max(channel.lastPostAt, post.createAt());
    channel.count += post.system() ? 0 : 1;
    if (post.updateAt() != post.createAt()) {
      channel.changed.add(post.id());
    }
    dropWhatIsTooMuch();
    return null;
  }

  private void dropWhatIsTooMuch() {
    while (byId.size() > keep) {
      Post oldest = byId.remove(oldestFirst.remove());
      if (oldest != null) {
        dropped++;
        forget(oldest);
      }
    }
  }

  private void forget(Post oldest) {
    ChannelPosts channel = byChannel.get(oldest.channelId());
    if (channel == null) {
      return;
    }
    channel.changed.remove(oldest.id());
    channel.first++;
    // Ids leave in the order they came, so the first one is it; the list is shortened now and then,
    // not each time.
    if (channel.first > 10_000) {
      channel.ids.subList(0, channel.first).clear();
      channel.first = 0;
    }
  }

  @Nullable Post get(String id) {
    return byId.get(id);
  }

  long dropped() {
    return dropped;
  }

  /**
   * Newest first, deleted ones left out; one more than asked for where there is one, to tell that
   * there is.
   */
  List<Post> page(String channelId, int page, int perPage) {
    ChannelPosts channel = byChannel.get(channelId);
    List<Post> found = new ArrayList<>();
    long skip = (long) page * perPage;
    if (channel == null) {
      return found;
    }
    for (int i = channel.ids.size() - 1; i >= channel.first && found.size() <= perPage; i--) {
      Post post = byId.get(channel.ids.get(i));
      if (post == null || post.deleted()) {
        continue;
      }
      if (skip-- <= 0) {
        found.add(post);
      }
    }
    return found;
  }

  /**
   * What was made or changed after an instant, deleted ones included, newest first. Cut like the
   * real one: the rest is left out at the <em>new</em> end, so whoever looks for the latest post in
   * a busy channel must page.
   */
  List<Post> since(String channelId, long since) {
    ChannelPosts channel = byChannel.get(channelId);
    if (channel == null) {
      return List.of();
    }
    Set<Post> found = new LinkedHashSet<>();
    for (int i = channel.ids.size() - 1; i >= channel.first; i--) {
      Post post = byId.get(channel.ids.get(i));
      if (post != null && post.createAt() <= since) {
        break;
      }
      if (post != null) {
        found.add(post);
      }
    }
    channel.changed.stream()
        .map(byId::get)
        .filter(post -> post != null && post.updateAt() > since)
        .forEach(found::add);
    return found.stream()
        .sorted(Comparator.comparingLong(Post::updateAt))
        .limit(MOST_SINCE)
        .sorted(Comparator.comparingLong(Post::createAt).reversed())
        .toList();
  }

  Totals totals(String channelId) {
    ChannelPosts channel = byChannel.get(channelId);
    return channel == null ? Totals.NONE : new Totals(channel.count, channel.lastPostAt);
  }

  List<Post> all() {
    return oldestFirst.stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  /** What a channel shows of its posts. */
  record Totals(long count, long lastPostAt) {
    static final Totals NONE = new Totals(0, 0);
  }
}
