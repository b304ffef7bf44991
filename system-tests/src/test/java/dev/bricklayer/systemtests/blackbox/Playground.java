package dev.bricklayer.systemtests.blackbox;

import dev.bricklayer.testkit.mattermost.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A team of its own on somebody's Mattermost, under names that nobody else uses. At the end all of
 * it is archived and switched off, so that the same can be done again.
 */
final class Playground implements AutoCloseable {

  private static final String PASSWORD = "Plumb-line-and-level-7";

  private final URI server;
  private final Person administrator;
  private final String mark = Long.toString(System.currentTimeMillis(), 36);
  private final String team;
  private final List<Member> members = new ArrayList<>();
  private final List<String> channels = new ArrayList<>();
  private final List<String> bots = new ArrayList<>();

  /**
   * Makes it.
   *
   * @param adminToken an access token of somebody who administers that server
   */
  Playground(URI server, String adminToken) {
    this.server = server;
    this.administrator = Person.withToken(server, adminToken);
    this.team =
        made("/teams", Map.of("name", teamName(), "display_name", "Team " + mark, "type", "O"));
  }

  /** The team's name as it stands in addresses. */
  String teamName() {
    return "bricklayer-" + mark;
  }

  /** A name that nobody else has. */
  String name(String stem) {
    return stem + "-" + mark;
  }

  /** A new member of the team, at a client. */
  Member member(String stem, String locale, String zone) {
    String username = name(stem);
    String id =
        made(
            "/users",
            Map.of(
                "username", username,
                "email", username + "@example.test",
                "password", PASSWORD,
                "locale", locale,
                "timezone",
                    Map.of(
                        "useAutomaticTimezone", "false",
                        "automaticTimezone", "",
                        "manualTimezone", zone)));
    join(id);
    Member member = new Member(Person.logIn(server, username, PASSWORD), team);
    members.add(member);
    return member;
  }

  /** A public channel with these people, and nobody else. */
  String channel(String stem, Member... people) {
    String id =
        made(
            "/channels",
            Map.of("team_id", team, "name", name(stem), "display_name", stem, "type", "O"));
    channels.add(id);
    for (Member member : people) {
      invite(member.id(), id);
    }
    return id;
  }

  /** The token of a bot account that an administrator made, a member of these channels. */
  String tokenOfBot(String stem, String... channels) {
    String bot =
        post("/bots", Map.of("username", name(stem), "display_name", stem))
            .path("user_id")
            .asString("");
    bots.add(bot);
    join(bot);
    for (String channel : channels) {
      invite(bot, channel);
    }
    return post("/users/" + bot + "/tokens", Map.of("description", mark))
        .path("token")
        .asString("");
  }

  /** Whether an account is a bot's. */
  boolean isBot(String account) {
    return administrator.call("GET", "/users/" + account, null).ok().path("is_bot").asBoolean();
  }

  /** Whether the account of this user name is in a channel. */
  boolean isIn(String username, String channel) {
    String user = administrator.call("GET", "/users/username/" + username, null).id();
    return administrator.call("GET", "/channels/" + channel + "/members/" + user, null).status()
        == 200;
  }

  /** Somebody removes an account from a channel. */
  void takesOut(String username, String channel) {
    String user = administrator.call("GET", "/users/username/" + username, null).id();
    administrator.call("DELETE", "/channels/" + channel + "/members/" + user, null).ok();
  }

  private void join(String user) {
    post("/teams/" + team + "/members", Map.of("team_id", team, "user_id", user));
  }

  private void invite(String user, String channel) {
    post("/channels/" + channel + "/members", Map.of("user_id", user));
  }

  private String made(String path, Map<String, ?> what) {
    return post(path, what).path("id").asString("");
  }

  private JsonNode post(String path, Map<String, ?> body) {
    return administrator.call("POST", path, JsonMapper.shared().valueToTree(body)).ok();
  }

  /** Archives and switches off what was made. */
  @Override
  public void close() {
    for (Member member : members) {
      member.close();
      remove("/users/" + member.id());
    }
    bots.addAll(madeByBricklayer());
    bots.forEach(bot -> post("/bots/" + bot + "/disable", Map.of()));
    channels.forEach(channel -> remove("/channels/" + channel));
    remove("/teams/" + team);
    administrator.close();
  }

  /** Their accounts have the names of their bots here. */
  private List<String> madeByBricklayer() {
    return administrator
        .call("GET", "/bots?per_page=200", null)
        .ok()
        .valueStream()
        .filter(bot -> bot.path("username").asString("").contains(mark))
        .map(bot -> bot.path("user_id").asString(""))
        .filter(bot -> !bots.contains(bot))
        .toList();
  }

  private void remove(String path) {
    administrator.call("DELETE", path, null).ok();
  }
}
