package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.Post;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts: make (once for a {@code pending_post_id}), read back, change, delete. */
final class PostCalls {

  private static final int MOST_ON_A_PAGE = 200;

  private final World world;
  private final Views views;
  private final Rights rights;
  private final ServerConfig config;
  private final Posting posting;
  private final PendingPosts pending;
  private final Ephemerals ephemerals;

  PostCalls(
      Stage stage,
      Views views,
      Rights rights,
      Posting posting,
      PendingPosts pending,
      Ephemerals ephemerals) {
    this.world = stage.world();
    this.config = stage.config();
    this.views = views;
    this.rights = rights;
    this.posting = posting;
    this.pending = pending;
    this.ephemerals = ephemerals;
  }

  Reply create(Call call) {
    ObjectNode sent = call.object();
    if (sent == null) {
      return Reply.badBody("post");
    }
    User author = call.user();
    Channel channel = world.channel(call.text("channel_id"));
    if (channel == null || !rights.posts(author, channel)) {
      return Reply.forbidden(author.id(), "create_post");
    }
    if (!call.text("id").isEmpty()) {
      return Reply.refused("app.post.save.existing.app_error", "A new post has no id yet.");
    }
    if (channel.archived()) {
      return Reply.refused(
          "api.post.create_post.can_not_post_to_deleted.error", "The channel is archived.");
    }
    if (restricted(author, channel)) {
      return Reply.refused(
          "api.post.create_post.can_not_post_in_restricted_dm.error", "Not in your teams.");
    }
    String pendingId = call.text("pending_post_id");
    return pendingId.isEmpty() ? make(call, channel) : makeOnce(call, channel, pendingId);
  }

  private boolean restricted(User author, Channel channel) {
    return config.directToTeamMatesOnly()
        && channel.type().equals("D")
        && world.membersOf(channel.id()).stream()
            .anyMatch(
                other ->
                    !other.userId().equals(author.id())
                        && !world.shareATeam(author.id(), other.userId()));
  }

  private Reply makeOnce(Call call, Channel channel, String pendingId) {
    return switch (pending.claim(pendingId)) {
      case PendingPosts.Claim.First() -> makeFirst(call, channel, pendingId);
      case PendingPosts.Claim.StillRunning() ->
          new Reply.Problem(
              500, "api.post.deduplicate_create_post.pending", "It is being made.", "");
      case PendingPosts.Claim.Made(String postId) -> again(call, channel, postId);
    };
  }

  private Reply makeFirst(Call call, Channel channel, String pendingId) {
    boolean made = false;
    try {
      Reply reply = make(call, channel);
      if (reply instanceof Reply.Json(_, JsonNode body, _)) {
        pending.made(pendingId, Call.text(body, "id"));
        made = true;
      }
      return reply;
    } finally {
      if (!made) {
        pending.failed(pendingId);
      }
    }
  }

  /** The first post once more; for somebody who may not read it the id means nothing. */
  private Reply again(Call call, Channel channel, String postId) {
    Post first = world.post(postId);
    if (first == null || first.deleted()) {
      return new Reply.Problem(
          500, "api.post.deduplicate_create_post.failed_to_get", "It is gone.", "");
    }
    Channel home = world.channel(first.channelId());
    return home != null && rights.reads(call.user(), home)
        ? Reply.created(views.postWithoutMetadata(first))
        : make(call, channel);
  }

  private Reply make(Call call, Channel channel) {
    Reply invalid = invalid(call, channel);
    if (invalid != null) {
      return invalid;
    }
    NewPost fresh =
        new NewPost(
            call.user().id(),
            channel.id(),
            call.text("root_id"),
            call.text("message"),
            call.text("type"),
            props(call));
    String id = world.freshId();
    call.raw().inside().run();
    Post post = posting.save(id, fresh);
    return Reply.created(views.post(post).put("pending_post_id", call.text("pending_post_id")));
  }

  private @Nullable Reply invalid(Call call, Channel channel) {
    String rootId = call.text("root_id");
    if (!rootId.isEmpty()) {
      Post root = world.post(rootId);
      if (root == null || root.deleted() || !root.rootId().isEmpty()) {
        return Reply.refused("api.post.create_post.root_id.app_error", "No such thread.");
      }
      if (!root.channelId().equals(channel.id())) {
        return Reply.refused(
            "api.post.create_post.channel_root_id.app_error", "The thread is elsewhere.");
      }
    }
    if (call.text("type").startsWith("system_")) {
      return Reply.refused("api.context.invalid_param.app_error", "Only the server does that.");
    }
    // Props have a limit of their own, but no body that may be sent could hold so many.
    return posting.tooLong(call.text("message")) ? posting.refusedAsTooLong() : null;
  }

  private ObjectNode props(Call call) {
    ObjectNode props = props(call.body());
    if (world.isBot(call.user().id())) {
      props.put("from_bot", "true");
    }
    return props;
  }

  private static ObjectNode props(JsonNode post) {
    return post.path("props") instanceof ObjectNode sent ? sent : Views.object();
  }

  /** Shown to one person and never kept; only administrators may. */
  Reply createEphemeral(Call call) {
    User author = call.user();
    JsonNode sent = call.body().path("post");
    if (!rights.administers(author)) {
      return Reply.forbidden(author.id(), "create_post_ephemeral");
    }
    String to = call.text("user_id");
    if (to.isEmpty()) {
      return Reply.badBody("user_id");
    }
    NewPost post =
        new NewPost(
            author.id(),
            Call.text(sent, "channel_id"),
            Call.text(sent, "root_id"),
            Call.text(sent, "message"),
            "",
            props(sent));
    return Reply.created(ephemerals.show(to, post));
  }

  Reply get(Call call) {
    Post post = world.post(call.segment("post"));
    if (post == null || post.deleted()) {
      return Reply.missing("app.post.get.app_error", "No such post.");
    }
    return mayRead(call.user(), post.channelId())
        ? Reply.ok(views.post(post))
        : Reply.forbidden(call.user().id(), "read_channel_content");
  }

  Reply ofChannel(Call call) {
    String channel = call.segment("channel");
    if (!mayRead(call.user(), channel)) {
      return Reply.forbidden(call.user().id(), "read_channel_content");
    }
    long since = call.number("since", 0);
    if (since > 0) {
      return Reply.ok(views.posts(world.since(channel, since), ""));
    }
    int perPage = (int) Math.min(call.number("per_page", 60), MOST_ON_A_PAGE);
    int page = (int) Math.min(call.number("page", 0), Integer.MAX_VALUE / MOST_ON_A_PAGE);
    List<Post> found = world.page(channel, page, perPage);
    return found.size() > perPage
        ? Reply.ok(views.posts(found.subList(0, perPage), found.getLast().id()))
        : Reply.ok(views.posts(found, ""));
  }

  private boolean mayRead(User user, String channelId) {
    Channel channel = world.channel(channelId);
    return channel != null && rights.reads(user, channel);
  }

  /** New props replace all that were there. */
  Reply patch(Call call) {
    return changed(
        call,
        "edit",
        post -> {
          String message = call.text("message", post.message());
          if (posting.tooLong(message)) {
            return posting.refusedAsTooLong();
          }
          String props = post.props();
          if (call.body().path("props") instanceof ObjectNode fresh) {
            Attachments.fillUp(fresh, world::freshId);
            props = fresh.toString();
          }
          return Reply.ok(views.post(world.save(post.edited(message, props, world.now()))));
        });
  }

  Reply delete(Call call) {
    return changed(
        call,
        "delete",
        post -> {
          world.save(post.removed(world.now()));
          return Reply.done();
        });
  }

  private interface Change {
    Reply apply(Post post);
  }

  private Reply changed(Call call, String verb, Change change) {
    User by = call.user();
    return world.change(
        () -> {
          Post post = world.post(call.segment("post"));
          Channel channel = post == null ? null : world.channel(post.channelId());
          if (post == null || post.deleted() || channel == null || !rights.posts(by, channel)) {
            return Reply.forbidden(by.id(), verb + "_post");
          }
          if (!post.userId().equals(by.id()) && !rights.administers(by)) {
            return Reply.forbidden(by.id(), verb + "_others_posts");
          }
          return channel.archived()
              ? Reply.refused(
                  "api.post.patch_post.can_not_update_post_in_deleted.error", "It is archived.")
              : change.apply(post);
        });
  }
}
