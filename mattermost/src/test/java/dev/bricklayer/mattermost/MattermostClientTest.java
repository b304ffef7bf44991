package dev.bricklayer.mattermost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the client sends, and how it reads what comes. */
class MattermostClientTest {

  private static final AccessToken TOKEN = new AccessToken("secret-token");

  private static MattermostClient client(AnsweringServer server) {
    return new MattermostClient(
        new ClientSettings(
            server.address().resolve("/chat/"),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            "Bricklayer/1"));
  }

  @Test
  void sendsAPostWithTokenAgentAndProps() throws IOException {
    try (var server = new AnsweringServer(201, "{}");
        var client = client(server)) {
      client.createPost(
          TOKEN,
          new NewPost(
              new ChannelId("c1"),
              "Hi \"all\" ✓",
              "occurrence-1",
              Map.of("bricklayer", Map.of("job", "j"))));

      AnsweringServer.Asked asked = server.asked();
      assertThat(asked.method()).isEqualTo("POST");
      assertThat(asked.uri()).isEqualTo("/chat/api/v4/posts?set_online=false");
      assertThat(asked.headers().get("Authorization")).containsExactly("Bearer secret-token");
      assertThat(asked.headers().get("User-agent")).containsExactly("Bricklayer/1");
      assertThat(asked.headers()).doesNotContainKey("Upgrade");
      assertThat(JsonMapper.shared().readTree(asked.body()))
          .isEqualTo(
              JsonMapper.shared()
                  .readTree(
                      """
                      {"channel_id":"c1","message":"Hi \\"all\\" ✓","pending_post_id":"occurrence-1",
                       "props":{"bricklayer":{"job":"j"}}}"""));
    }
  }

  @Test
  void readsAPostWithTheRateLimitersNumbers() throws IOException {
    try (var server =
            new AnsweringServer(
                201,
                """
                {"id":"p1","create_at":1795343347363,"update_at":1795343347364,"delete_at":0,"user_id":"u1",
                 "channel_id":"c1","message":"Hi","props":{"from_bot":"true","bricklayer":{"job":"j"}},
                 "pending_post_id":"o","something_new":[1]}""",
                "X-RateLimit-Limit",
                "101",
                "X-RateLimit-Remaining",
                "99",
                "X-RateLimit-Reset",
                "1");
        var client = client(server)) {
      Answer<Post> answer =
          client.createPost(TOKEN, new NewPost(new ChannelId("c1"), "Hi", "o", Map.of()));

      Post post =
          new Post(
              new PostId("p1"),
              new ChannelId("c1"),
              new MattermostUserId("u1"),
              Instant.ofEpochMilli(1795343347363L),
              Instant.ofEpochMilli(1795343347364L),
              false,
              "Hi",
              "o",
              Map.of("from_bot", "true", "bricklayer", Map.of("job", "j")));
      assertThat(answer)
          .isEqualTo(new Answer.Ok<>(post, new Allowance(101, 99, Duration.ofSeconds(1))));
    }
  }

  @Test
  void readsPostsInTheirOrder() throws IOException {
    String posts =
        """
        {"order":["b","a"],"posts":{
         "a":{"id":"a","channel_id":"c","user_id":"u","create_at":1,"update_at":1,"delete_at":5},
         "b":{"id":"b","channel_id":"c","user_id":"u","create_at":2,"update_at":2,"props":null}}}""";
    try (var server = new AnsweringServer(200, posts);
        var client = client(server)) {
      Answer<List<Post>> since =
          client.postsSince(TOKEN, new ChannelId("c"), Instant.ofEpochMilli(7));

      assertThat(server.asked().uri()).isEqualTo("/chat/api/v4/channels/c/posts?since=7");
      assertThat(
              since.map(
                  list -> list.stream().map(post -> post.id().value() + post.deleted()).toList()))
          .isEqualTo(new Answer.Ok<>(List.of("bfalse", "atrue"), null));

      client.posts(TOKEN, new ChannelId("c"), 2, 60);
      assertThat(server.asked().uri())
          .isEqualTo("/chat/api/v4/channels/c/posts?page=2&per_page=60");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true,  Europe/Berlin, Asia/Tokyo, Europe/Berlin",
    "false, Europe/Berlin, Asia/Tokyo, Asia/Tokyo",
    "true,  '',            Asia/Tokyo, ",
    "true,  Mars/Base,     '',         "
  })
  void readsTheZoneInForce(String flag, String automatic, String manual, ZoneId expected)
      throws IOException {
    String user =
        """
        {"id":"u1","username":"lena","roles":"system_user system_admin","locale":"ru","is_bot":true,"delete_at":9,
         "timezone":{"useAutomaticTimezone":"%s","automaticTimezone":"%s","manualTimezone":"%s"}}"""
            .formatted(flag, automatic, manual);
    try (var server = new AnsweringServer(200, user);
        var client = client(server)) {
      assertThat(client.me(TOKEN))
          .isEqualTo(
              new Answer.Ok<>(
                  new MattermostUser(
                      new MattermostUserId("u1"),
                      "lena",
                      true,
                      Set.of("system_user", "system_admin"),
                      "ru",
                      expected,
                      true),
                  null));
    }
  }

  @Test
  void encodesTypedNamesSoThatTheyStayInTheirPlace() throws IOException {
    String channel =
        "{\"id\":\"c1\",\"type\":\"P\",\"team_id\":\"\",\"name\":\"n\",\"delete_at\":3}";
    try (var server = new AnsweringServer(200, channel);
        var client = client(server)) {
      Answer<Channel> answer = client.channelByName(TOKEN, "..", "a b/../?x=1");

      assertThat(server.asked().uri())
          .isEqualTo(
              "/chat/api/v4/teams/name/%2E%2E/channels/name/a%20b%2F%2E%2E%2F%3Fx%3D1?include_deleted=true");
      assertThat(answer)
          .isEqualTo(
              new Answer.Ok<>(
                  new Channel(new ChannelId("c1"), null, Channel.Kind.PRIVATE, "n", "", true),
                  null));
    }
  }

  @Test
  void readsPublicSettingsAndHealthWithoutAToken() throws IOException {
    String both =
        "{\"DiagnosticId\":\"d1\",\"Version\":\"11.6.0\",\"EnableBotAccountCreation\":\"true\",\"status\":\"OK\"}";
    try (var server = new AnsweringServer(200, both, "X-Version-Id", "11.6.0..abc.false");
        var client = client(server)) {
      Answer<ServerSettings> settings = client.clientConfig();
      assertThat(settings.map(ServerSettings::serverId)).isEqualTo(new Answer.Ok<>("d1", null));
      assertThat(settings.map(s -> s.isOn("EnableBotAccountCreation") && !s.isOn("Missing")))
          .isEqualTo(new Answer.Ok<>(true, null));
      assertThat(client.ping()).isEqualTo(new Answer.Ok<>(new Health("OK", "11.6.0"), null));
      assertThat(server.asked().headers()).doesNotContainKey("Authorization");
    }
  }

  @Test
  void aTokenHidesItsValue() {
    assertThat(TOKEN.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "line\nbreak", "токен"})
  void whatCannotStandInAHeaderIsNoToken(String value) {
    assertThatThrownBy(() -> new AccessToken(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(value.isEmpty() ? "\0" : value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../users/me", "a?b", "a b", "%2e"})
  void whatCouldLeaveItsPlaceIsNoId(String value) {
    assertThatThrownBy(() -> new ChannelId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://host", "//host", "http:/x", "http://host?x=1", "http://host/#x"})
  void anAddressThatCannotBeMattermostsIsRefusedAtOnce(String address) {
    assertThatThrownBy(() -> ClientSettings.of(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
