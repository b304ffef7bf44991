package dev.bricklayer.simulator.page;

import dev.bricklayer.simulator.world.Channel;
import dev.bricklayer.simulator.world.Post;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one person would see: the open channels of their teams, and every channel they are in. */
final class PageView {

  private static final int POSTS = 100;

  private final World world;
  private final String version;

  PageView(World world, String version) {
    this.world = world;
    this.version = version;
  }

  /**
   * What somebody sees.
   *
   * @param as a person's user name; the first one's where it is nobody's
   * @param channelId which channel's posts; where they do not see it, that of the latest post
   * @param known the number of the view that the page has; null is returned if it still holds
   */
  @Nullable JsonNode seen(String as, String channelId, String known) {
    String number = world.diagnosticId().substring(0, 6) + world.changes();
    if (number.equals(known)) {
      return null;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("view", number).put("version", version);
    ArrayNode names = json.putArray("people");
    people().forEach(user -> names.add(user.username()));
    User viewer = people().filter(user -> user.username().equals(as)).findAny().orElse(null);
    if (viewer == null) {
      viewer = people().findFirst().orElse(null);
    }
    return viewer == null ? json : put(json, viewer, channelId);
  }

  private Stream<User> people() {
    return world.users().stream().filter(user -> user.active() && !world.isBot(user.id()));
  }

  private JsonNode put(ObjectNode json, User viewer, String channelId) {
    json.put("as", viewer.username());
    world.teams().stream().findFirst().ifPresent(team -> json.put("team", team.displayName()));
    List<Channel> channels = channels(viewer);
    ArrayNode list = json.putArray("channels");
    channels.forEach(channel -> list.add(channel(channel, viewer)));
    channels.stream()
        .filter(channel -> channel.id().equals(channelId))
        .findAny()
        .or(() -> liveliest(channels))
        .ifPresent(
            channel -> {
              json.put("channel", channel.id());
              ArrayNode posts = json.putArray("posts");
              world.page(channel.id(), 0, POSTS).stream()
                  .limit(POSTS)
                  .forEach(post -> posts.insert(0, post(post)));
            });
    return json;
  }

  private Optional<Channel> liveliest(List<Channel> channels) {
    return channels.stream()
        .filter(channel -> !channel.archived())
        .max(
            Comparator.<Channel>comparingLong(channel -> world.lastPostAt(channel.id()))
                .thenComparing(channel -> channel.name().equals("town-square")));
  }

  private List<Channel> channels(User viewer) {
    Stream<Channel> ofTeams =
        world.teams().stream()
            .filter(team -> world.teamMember(team.id(), viewer.id()) != null)
            .flatMap(team -> world.channelsOf(team.id()).stream())
            .filter(channel -> channel.open() || isIn(viewer, channel));
    Stream<Channel> personal =
        world.channelsOf("").stream().filter(channel -> isIn(viewer, channel));
    return Stream.concat(
            ofTeams.sorted(
                Comparator.comparing(Channel::archived).thenComparing(Channel::displayName)),
            personal)
        .toList();
  }

  private boolean isIn(User viewer, Channel channel) {
    return world.channelMember(channel.id(), viewer.id()) != null;
  }

  private JsonNode channel(Channel channel, User viewer) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", channel.id())
        .put("name", channel.personal() ? others(channel, viewer) : channel.displayName())
        .put("type", channel.type())
        .put("archived", channel.archived())
        .put("lastPostAt", world.lastPostAt(channel.id()));
  }

  private String others(Channel channel, User viewer) {
    return world.membersOf(channel.id()).stream()
        .filter(member -> !member.userId().equals(viewer.id()))
        .map(member -> name(member.userId()))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String name(String userId) {
    User user = world.user(userId);
    return user == null ? "somebody" : user.username();
  }

  private JsonNode post(Post post) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", post.id())
            .put("author", name(post.userId()))
            .put("bot", world.isBot(post.userId()))
            .put("at", post.createAt())
            .put("edited", post.editAt() > 0)
            .put("system", post.system())
            .put("message", post.message());
    ArrayNode cards = json.putArray("cards");
    for (JsonNode attachment : JsonMapper.shared().readTree(post.props()).path("attachments")) {
      cards
          .addObject()
          .put("title", attachment.path("title").asString(""))
          .put("text", attachment.path("text").asString(""))
          .put("pretext", attachment.path("pretext").asString(""));
    }
    return json;
  }
}
