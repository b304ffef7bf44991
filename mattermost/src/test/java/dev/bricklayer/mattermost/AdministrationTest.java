package dev.bricklayer.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What administrators' calls send, and how their answers are read. */
class AdministrationTest {

  private static final AccessToken TOKEN = new AccessToken("secret-token");
  private static final MattermostUserId BOT = new MattermostUserId("b1");
  private static final NewCommand COMMAND =
      new NewCommand(
          new TeamId("t1"),
          "bricklayer",
          URI.create("https://bff.example.org/mattermost/slash"),
          "Bricklayer",
          "Reminders",
          "[help]",
          "Make reminders",
          "bricklayer");
  private static final String COMMAND_JSON =
      """
      {"id":"c1","token":"tok","creator_id":"u1","team_id":"t1","trigger":"bricklayer","method":"P",
       "username":"bricklayer","icon_url":"","auto_complete":true,"auto_complete_desc":"Make reminders",
       "auto_complete_hint":"[help]","display_name":"Bricklayer","description":"Reminders",
       "url":"https://bff.example.org/mattermost/slash","plugin_id":""}""";

  private static MattermostClient client(AnsweringServer server) {
    return new MattermostClient(ClientSettings.of(server.address()));
  }

  private static Command command() {
    return new Command(
        new CommandId("c1"),
        new TeamId("t1"),
        new MattermostUserId("u1"),
        "bricklayer",
        "https://bff.example.org/mattermost/slash",
        true,
        "Bricklayer",
        "Reminders",
        true,
        "[help]",
        "Make reminders",
        "bricklayer",
        new AccessToken("tok"));
  }

  @Test
  void makesABot() throws IOException {
    try (var server =
            new AnsweringServer(
                201,
                """
                {"user_id":"b1","username":"bricklayer","display_name":"Bricklayer","description":"Reminders",
                 "owner_id":"u1","create_at":1,"update_at":1,"delete_at":0}""");
        var client = client(server)) {
      Answer<Bot> answer =
          client
              .administration()
              .createBot(TOKEN, new NewBot("bricklayer", "Bricklayer", "Reminders"));
      assertThat(answer)
          .isEqualTo(
              new Answer.Ok<>(
                  new Bot(BOT, "bricklayer", "Bricklayer", "Reminders", "u1", false), null));
      assertAsked(
          server,
          "POST /api/v4/bots",
          """
          {"username":"bricklayer","display_name":"Bricklayer","description":"Reminders"}""");
    }
  }

  @Test
  void knowsADisabledBot() throws IOException {
    try (var server =
            new AnsweringServer(
                200,
                "{\"user_id\":\"b1\",\"username\":\"x\",\"owner_id\":\"u1\",\"delete_at\":5}");
        var client = client(server)) {
      Answer<Bot> answer = client.administration().bot(TOKEN, BOT);
      assertThat(answer).isEqualTo(new Answer.Ok<>(new Bot(BOT, "x", "", "", "u1", true), null));
      assertThat(asked(server)).isEqualTo("GET /api/v4/bots/b1?include_deleted=true");
    }
  }

  @Test
  void makesATokenAndHidesIt() throws IOException {
    try (var server = new AnsweringServer(200, "{\"id\":\"k1\",\"token\":\"clear\"}");
        var client = client(server)) {
      Answer<NewToken> answer = client.administration().createToken(TOKEN, BOT, "Bricklayer");
      assertThat(answer)
          .isEqualTo(
              new Answer.Ok<>(new NewToken(new TokenId("k1"), new AccessToken("clear")), null));
      assertThat(answer).asString().doesNotContain("clear");
      assertAsked(server, "POST /api/v4/users/b1/tokens", "{\"description\":\"Bricklayer\"}");
    }
  }

  @Test
  void listsTokens() throws IOException {
    try (var server =
            new AnsweringServer(
                200,
                """
                [{"id":"k1","user_id":"b1","description":"one","is_active":true},
                 {"id":"k2","user_id":"b1","description":"two","is_active":false}]""");
        var client = client(server)) {
      assertThat(client.administration().tokens(TOKEN, BOT, 0, 100))
          .isEqualTo(
              new Answer.Ok<>(
                  List.of(
                      new KnownToken(new TokenId("k1"), "one", true),
                      new KnownToken(new TokenId("k2"), "two", false)),
                  null));
      assertThat(asked(server)).isEqualTo("GET /api/v4/users/b1/tokens?page=0&per_page=100");
    }
  }

  @Test
  void makesACommandThatIsCalledByPost() throws IOException {
    try (var server = new AnsweringServer(201, COMMAND_JSON);
        var client = client(server)) {
      assertThat(client.administration().createCommand(TOKEN, COMMAND))
          .isEqualTo(new Answer.Ok<>(command(), null));
      assertAsked(
          server,
          "POST /api/v4/commands",
          """
          {"team_id":"t1","trigger":"bricklayer","method":"P","url":"https://bff.example.org/mattermost/slash",
           "display_name":"Bricklayer","description":"Reminders","auto_complete":true,
           "auto_complete_hint":"[help]","auto_complete_desc":"Make reminders","username":"bricklayer"}""");
    }
  }

  @Test
  void changesTheWholeOfACommand() throws IOException {
    try (var server = new AnsweringServer(200, COMMAND_JSON);
        var client = client(server)) {
      client.administration().changeCommand(TOKEN, new CommandId("c1"), COMMAND);
      AnsweringServer.Asked asked = server.asked();
      assertThat(asked.method() + " " + asked.uri()).isEqualTo("PUT /api/v4/commands/c1");
      assertThat(JsonMapper.shared().readTree(asked.body()).path("id").asString()).isEqualTo("c1");
      assertThat(JsonMapper.shared().readTree(asked.body()).path("method").asString())
          .isEqualTo("P");
    }
  }

  @Test
  void seesWhetherACommandIsAsItShouldBe() {
    assertThat(command().isAs(COMMAND)).isTrue();
    NewCommand elsewhere =
        new NewCommand(
            COMMAND.team(),
            COMMAND.trigger(),
            URI.create("https://elsewhere.example.org/mattermost/slash"),
            COMMAND.displayName(),
            COMMAND.description(),
            COMMAND.hint(),
            COMMAND.completion(),
            COMMAND.username());
    assertThat(command().isAs(elsewhere)).isFalse();
  }

  @Test
  void setsRolesInAFixedOrder() throws IOException {
    try (var server = new AnsweringServer(200, "{\"status\":\"OK\"}");
        var client = client(server)) {
      assertThat(
              client
                  .administration()
                  .setRoles(TOKEN, BOT, Set.of("system_user", "system_post_all")))
          .isEqualTo(new Answer.Ok<>(Done.DONE, null));
      assertAsked(
          server, "PUT /api/v4/users/b1/roles", "{\"roles\":\"system_post_all system_user\"}");
    }
  }

  @Test
  void removesACommand() throws IOException {
    try (var server = new AnsweringServer(200, "{\"status\":\"OK\"}");
        var client = client(server)) {
      assertThat(client.administration().deleteCommand(TOKEN, new CommandId("c1")))
          .isEqualTo(new Answer.Ok<>(Done.DONE, null));
      assertThat(asked(server)).isEqualTo("DELETE /api/v4/commands/c1");
    }
  }

  @Test
  void flattensTheConfiguration() throws IOException {
    try (var server =
            new AnsweringServer(
                200,
                """
                {"ServiceSettings":{"SiteURL":"https://chat","EnableCommands":true,"Limits":[1],"Nothing":null},
                 "TeamSettings":{"MaxUsersPerTeam":50},"FeatureFlags":null}""");
        var client = client(server)) {
      Answer<Configuration> answer = client.administration().configuration(TOKEN);
      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.Ok.class,
              ok ->
                  assertThat(((Configuration) ok.value()).values())
                      .containsOnlyKeys(
                          "ServiceSettings.SiteURL",
                          "ServiceSettings.EnableCommands",
                          "TeamSettings.MaxUsersPerTeam"));
    }
  }

  private static String asked(AnsweringServer server) {
    AnsweringServer.Asked asked = server.asked();
    return asked.method() + " " + asked.uri();
  }

  private static void assertAsked(AnsweringServer server, String line, String body) {
    AnsweringServer.Asked asked = server.asked();
    assertThat(asked.method() + " " + asked.uri()).isEqualTo(line);
    assertThat(JsonMapper.shared().readTree(asked.body()))
        .isEqualTo(JsonMapper.shared().readTree(body));
  }
}
