package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Token;
import dev.bricklayer.simulator.world.User;
import dev.bricklayer.simulator.world.World;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of calls, and what every call goes through: its route, its session, its address, its
 * body.
 */
final class Api {

  static final int MOST_BYTES = 300_000;
  private static final int ID_LENGTH = 26;

  private final World world;
  private final ServerVersion version;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Router router = new Router();

  Api(World world, ServerVersion version, Switches switches, InstantSource clock, String siteUrl) {
    this.world = world;
    this.version = version;
    Views views = new Views(world, version);
    Rights rights = new Rights(world);
    SystemPosts systemPosts = new SystemPosts(world);
    DirectChannels directChannels = new DirectChannels(world);
    route(new SystemCalls(world, version, switches, siteUrl));
    route(new PostCalls(world, views, rights, switches, version, new PendingPosts(clock)));
    route(new UserCalls(world, views, rights, version));
    route(new TokenCalls(world, views, rights, switches));
    route(new BotCalls(world, views, rights, switches, directChannels));
    route(new TeamCalls(world, views, rights, systemPosts));
    route(new ChannelCalls(world, views, rights, switches, systemPosts, directChannels));
  }

  private void route(SystemCalls system) {
    router
        .open("GET", "/system/ping", system::ping)
        .open("GET", "/config/client", system::settings);
  }

  private void route(PostCalls posts) {
    router
        .on("POST", "/posts", posts::create)
        .on("POST", "/posts/ephemeral", posts::createEphemeral)
        .on("GET", "/posts/{post}", posts::get)
        .on("DELETE", "/posts/{post}", posts::delete)
        .on("PUT", "/posts/{post}/patch", posts::patch)
        .on("GET", "/channels/{channel}/posts", posts::ofChannel);
  }

  private void route(UserCalls users) {
    router
        .open("POST", "/users", users::create)
        .open("POST", "/users/login", users::login)
        .on("POST", "/users/logout", users::logout)
        .on("GET", "/users/{user}", users::get)
        .on("DELETE", "/users/{user}", users::delete)
        .on("GET", "/users/username/{name}", users::getByName)
        .on("PUT", "/users/{user}/patch", users::patch)
        .on("PUT", "/users/{user}/roles", users::setRoles)
        .on("PUT", "/users/{user}/active", users::setActive);
  }

  private void route(TokenCalls tokens) {
    router
        .on("POST", "/users/tokens/revoke", tokens::revoke)
        .on("POST", "/users/tokens/disable", tokens::disable)
        .on("POST", "/users/tokens/enable", tokens::enable)
        .on("POST", "/users/{user}/tokens", tokens::create)
        .on("GET", "/users/{user}/tokens", tokens::list);
  }

  private void route(BotCalls bots) {
    router
        .on("POST", "/bots", bots::create)
        .on("GET", "/bots", bots::list)
        .on("GET", "/bots/{bot}", bots::get)
        .on("PUT", "/bots/{bot}", bots::patch)
        .on("POST", "/bots/{bot}/disable", bots::disable)
        .on("POST", "/bots/{bot}/enable", bots::enable)
        .on("POST", "/bots/{bot}/assign/{user}", bots::assign);
  }

  private void route(TeamCalls teams) {
    router
        .on("POST", "/teams", teams::create)
        .on("GET", "/teams", teams::list)
        .on("GET", "/teams/{team}", teams::get)
        .on("GET", "/teams/name/{team}", teams::getByName)
        .on("POST", "/teams/{team}/members", teams::addMember)
        .on("GET", "/teams/{team}/members/{user}", teams::getMember)
        .on("DELETE", "/teams/{team}/members/{user}", teams::removeMember)
        .on("GET", "/teams/{team}/channels", teams::publicChannels)
        .on("GET", "/users/{user}/teams", teams::ofUser)
        .on("GET", "/users/{user}/teams/{team}/channels", teams::channelsOfUser);
  }

  private void route(ChannelCalls channels) {
    router
        .on("POST", "/channels", channels::create)
        .on("POST", "/channels/direct", channels::direct)
        .on("POST", "/channels/group", channels::group)
        .on("GET", "/channels/{channel}", channels::get)
        .on("DELETE", "/channels/{channel}", channels::archive)
        .on("PUT", "/channels/{channel}/patch", channels::patch)
        .on("POST", "/channels/{channel}/restore", channels::restore)
        .on("GET", "/channels/{channel}/members", channels::members)
        .on("POST", "/channels/{channel}/members", channels::addMember)
        .on("GET", "/channels/{channel}/members/{user}", channels::getMember)
        .on("DELETE", "/channels/{channel}/members/{user}", channels::removeMember)
        .on("GET", "/teams/{team}/channels/name/{name}", channels::getByName)
        .on("GET", "/teams/name/{team}/channels/name/{name}", channels::getByTeamName);
  }

  /** What stands in a call before it is understood. */
  record Raw(
      String method,
      String path,
      Map<String, String> query,
      @Nullable String authorization,
      ByteBuffer body,
      Runnable inside) {}

  /** Answers a call; null where there is no such call. */
  @Nullable Reply answer(Raw raw) {
    Router.Match match = router.find(raw.method(), raw.path());
    if (match == null) {
      return null;
    }
    Token token = token(raw.authorization());
    User caller = token == null ? null : world.user(token.userId());
    if (match.needsSession() && (token == null || caller == null)) {
      return Reply.noSession(raw.authorization() == null ? "UserRequired" : "");
    }
    for (String name : List.of("channel", "user", "post", "bot")) {
      if (!validId(match.segments().getOrDefault(name, ""))) {
        return Reply.badUrl(name + "_id");
      }
    }
    if (raw.body().remaining() > MOST_BYTES) {
      return tooLarge();
    }
    Call call =
        new Call(match.segments(), raw.query(), json(raw.body()), caller, token, raw.inside());
    return match.endpoint().answer(call);
  }

  private static boolean validId(String id) {
    return id.isEmpty() || id.equals("me") || id.length() == ID_LENGTH;
  }

  private Reply tooLarge() {
    return version.atLeast11()
        ? new Reply.Problem(
            413,
            "api.context.request_body_too_large.app_error",
            "At most " + MOST_BYTES + " bytes.",
            "")
        : Reply.badBody("body of at most " + MOST_BYTES + " bytes");
  }

  private JsonNode json(ByteBuffer body) {
    try {
      return body.hasRemaining()
          ? mapper.readTree(body.array(), body.arrayOffset(), body.remaining())
          : Call.nothing();
    } catch (JacksonException notJson) {
      return Call.nothing();
    }
  }

  /** The token of an {@code Authorization} header if it works: not switched off, nor its owner. */
  private @Nullable Token token(@Nullable String authorization) {
    int space = authorization == null ? -1 : authorization.indexOf(' ');
    if (authorization == null || space < 0) {
      return null;
    }
    String scheme = authorization.substring(0, space);
    Token token = world.token(authorization.substring(space + 1).strip());
    boolean known = scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("Token");
    User owner = token == null ? null : world.user(token.userId());
    return known && token != null && token.active() && owner != null && owner.active()
        ? token
        : null;
  }
}
