package dev.bricklayer.mattermost;

import static dev.bricklayer.mattermost.Exchange.segment;

import dev.bricklayer.mattermost.hooks.Dialog;
import dev.bricklayer.mattermost.hooks.HookAnswers;
import dev.bricklayer.mattermost.hooks.Message;
import dev.bricklayer.mattermost.hooks.ResponseHook;
import dev.bricklayer.mattermost.hooks.TriggerId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls Mattermost's REST API v4, one method per call, and says of each what it proves ({@link
 * Answer}).
 *
 * <p>Calls block; call from a virtual thread. Connections are kept alive and shared; the client is
 * safe for use by many threads and made once. It never retries a call that could change something,
 * follows no redirects, and logs nothing: neither tokens nor texts.
 *
 * <p>An interrupted call comes back as {@link Answer.Ambiguous} with the thread's interrupt flag
 * set.
 */
public final class MattermostClient implements AutoCloseable {

  private final Exchange exchange;
  private final Administration administration;

  public MattermostClient(ClientSettings settings) {
    this.exchange = new Exchange(settings);
    this.administration = new Administration(exchange);
  }

  /** Bot accounts, tokens, memberships, slash commands, and the server's configuration. */
  public Administration administration() {
    return administration;
  }

  /** Whether the server is up. Needs no token. */
  public Answer<Health> ping() {
    return exchange.get("/system/ping", null, Readers::health);
  }

  /** The server's public settings. Needs no token. */
  public Answer<ServerSettings> clientConfig() {
    return exchange.get("/config/client?format=old", null, Readers::serverSettings);
  }

  /** Whose token this is. */
  public Answer<MattermostUser> me(AccessToken token) {
    return exchange.get("/users/me", token, Readers::user);
  }

  /** Any account the caller may see; deactivated ones included. */
  public Answer<MattermostUser> user(AccessToken token, MattermostUserId id) {
    return exchange.get("/users/" + id, token, Readers::user);
  }

  /** As {@link #user}, by user name. */
  public Answer<MattermostUser> userByName(AccessToken token, String username) {
    return exchange.get("/users/username/" + segment(username), token, Readers::user);
  }

  /** A channel the caller may read, archived ones included. */
  public Answer<Channel> channel(AccessToken token, ChannelId id) {
    return exchange.get("/channels/" + id, token, Readers::channel);
  }

  /**
   * A channel by the names of its team and itself, archived ones included. Private channels that
   * the caller is not in are {@link Answer.Refused} with 404, as if they were not there.
   */
  public Answer<Channel> channelByName(AccessToken token, String team, String name) {
    String path = "/teams/name/" + segment(team) + "/channels/name/" + segment(name);
    return exchange.get(path + "?include_deleted=true", token, Readers::channel);
  }

  /**
   * Whether somebody is a member: {@link Answer.Ok}, or {@link Answer.Refused} with 404 ({@link
   * ErrorIds#CHANNEL_MEMBER_MISSING}) if not; with 403 if the <em>caller</em> cannot read the
   * channel.
   */
  public Answer<ChannelMember> channelMember(
      AccessToken token, ChannelId channel, MattermostUserId user) {
    return exchange.get("/channels/" + channel + "/members/" + user, token, Readers::member);
  }

  /**
   * What these roles allow, together: names such as {@code use_channel_mentions}. Anybody who has a
   * session may ask; roles that there are not allow nothing.
   *
   * @param roles of the server, a team or a channel, as memberships name them
   */
  public Answer<Set<String>> permissionsOf(AccessToken token, Set<String> roles) {
    return exchange.post("/roles/names", token, List.copyOf(roles), Readers::permissions);
  }

  /** Opens the direct channel of two accounts, or finds it. The caller is one of the two. */
  public Answer<Channel> createDirectChannel(
      AccessToken token, MattermostUserId one, MattermostUserId other) {
    List<String> both = List.of(one.value(), other.value());
    return exchange.post("/channels/direct", token, both, Readers::channel);
  }

  /**
   * Posts as the token's owner. With the same {@link NewPost#pendingPostId} again within 30 s
   * Mattermost answers with the first post; while the first is being made, with {@link
   * Answer.Ambiguous} and {@link ErrorIds#POST_STILL_PENDING}.
   */
  public Answer<Post> createPost(AccessToken token, NewPost post) {
    return exchange.post("/posts?set_online=false", token, Writers.newPost(post), Readers::post);
  }

  /**
   * Changes a post of the caller's own.
   *
   * @param props all that it has from now on: attachments with their buttons, too, for Mattermost
   *     keeps none of the old ones
   */
  public Answer<Post> changePost(
      AccessToken token, PostId post, String message, Map<String, Object> props) {
    Map<String, Object> change = Map.of("message", message, "props", props);
    return exchange.put("/posts/" + post + "/patch", token, change, Readers::post);
  }

  /**
   * Answers a slash command once more: seen only by who typed it, where it was typed. {@link
   * Answer.Refused} after five times or 30 minutes.
   */
  public Answer<Done> respond(ResponseHook hook, Message message) {
    return exchange.postToHook("/hooks/commands/" + hook.id(), HookAnswers.ephemeral(message));
  }

  /**
   * Opens a dialog on the screen of whoever clicked or typed. {@link Answer.Ok} does not mean that
   * a client has shown it.
   *
   * @param url what Mattermost calls when it is submitted
   */
  public Answer<Done> openDialog(TriggerId trigger, URI url, Dialog dialog) {
    Map<String, Object> opening = HookAnswers.opening(trigger, url.toString(), dialog);
    return exchange.post("/actions/dialogs/open", null, opening, Readers::done);
  }

  /**
   * What was posted, changed or deleted in a channel since an instant, newest first, deleted ones
   * included; Mattermost cuts the list at about 1,000. The caller must be able to read the channel.
   */
  public Answer<List<Post>> postsSince(AccessToken token, ChannelId channel, Instant since) {
    String path = "/channels/" + channel + "/posts?since=" + since.toEpochMilli();
    return exchange.get(path, token, Readers::posts);
  }

  /**
   * One page of a channel's posts, newest first, deleted ones left out.
   *
   * @param page from 0
   * @param perPage 1 to 200; a list of this length says that there may be more
   */
  public Answer<List<Post>> posts(AccessToken token, ChannelId channel, int page, int perPage) {
    String path = "/channels/" + channel + "/posts?page=" + page + "&per_page=" + perPage;
    return exchange.get(path, token, Readers::posts);
  }

  /** Ends calls under way and lets the connections go. */
  @Override
  public void close() {
    exchange.close();
  }
}
