package dev.bricklayer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.simulator.config.Switches;
import dev.bricklayer.testkit.mattermost.Person;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an administrator does around bots and people, over the API as on a real server. */
class AdministrationTest {

  private final StandInMattermost standIn = StandInMattermost.start(Settings.forTest());
  private final Caller admin = Caller.admin(standIn);
  private final String team = standIn.demo().teamId();

  @AfterEach
  void close() {
    standIn.close();
  }

  private static List<String> texts(JsonNode list, String field) {
    return list.valueStream().map(each -> each.path(field).asString()).toList();
  }

  private boolean works(String token) {
    return new Caller(standIn, token).get("/api/v4/users/me").statusCode() == 200;
  }

  private String tokenOf(String userId) {
    String path = "/api/v4/users/" + userId + "/tokens";
    return Caller.json(admin.call("POST", path, "{\"description\":\"x\"}"))
        .path("token")
        .asString();
  }

  private String makePerson(String name) {
    String body =
        "{\"username\":\"%s\",\"email\":\"%s@example.test\",\"password\":\"%s-demo\"}"
            .formatted(name, name, name);
    return Caller.id(admin.call("POST", "/api/v4/users", body));
  }

  @Test
  void accessTokensOfPeopleStopWhereTheyAreSwitchedOffThoseOfBotsDoNot() {
    standIn.config().change(switches -> switches.off(Setting.ENABLE_USER_ACCESS_TOKENS));
    assertThat(works(standIn.demo().adminToken())).isFalse();
    assertThat(works(standIn.demo().botToken())).isTrue();
    standIn.config().change(switches -> switches.on(Setting.ENABLE_USER_ACCESS_TOKENS));
    assertThat(works(standIn.demo().adminToken())).isTrue();
  }

  @Test
  void anOwnerWhoGoesTakesTheBotsAlongUnlessThatIsSwitchedOff() {
    String owner = makePerson("owner");
    String bot = standIn.demo().userId("standup");
    admin.call("POST", "/api/v4/bots/" + bot + "/assign/" + owner, "");
    standIn.config().change(s -> s.off(Setting.DISABLE_BOTS_WHEN_OWNER_IS_DEACTIVATED));
    admin.call("DELETE", "/api/v4/users/" + owner, "");
    assertThat(works(standIn.demo().botToken())).isTrue();
    standIn.config().change(s -> s.on(Setting.DISABLE_BOTS_WHEN_OWNER_IS_DEACTIVATED));
    admin.call("DELETE", "/api/v4/users/" + owner, "");
    assertThat(works(standIn.demo().botToken())).isFalse();
  }

  @Test
  void whoeverGoesIsLoggedOutForGood() {
    String id = makePerson("passing");
    String session;
    try (Person passing = Person.logIn(standIn.address(), "passing", "passing-demo")) {
      session = passing.token();
      admin.call("DELETE", "/api/v4/users/" + id, "");
      passing.websocket().awaitClose();
    }
    admin.call("PUT", "/api/v4/users/" + id + "/active", "{\"active\":true}");
    assertThat(works(session)).isFalse();
    assertThat(works(tokenOf(id))).isTrue();
  }

  @Test
  void anArchivedTeamIsLeftOutOfListsAndComesBack() {
    String archived =
        Caller.id(
            admin.call(
                "POST",
                "/api/v4/teams",
                "{\"name\":\"short-lived\",\"display_name\":\"Short\",\"type\":\"O\"}"));
    Caller lena = new Caller(standIn, tokenOf(standIn.demo().userId("lena")));
    assertThat(lena.call("DELETE", "/api/v4/teams/" + archived, "").statusCode()).isEqualTo(403);
    assertThat(admin.call("DELETE", "/api/v4/teams/" + archived, "").statusCode()).isEqualTo(200);
    assertThat(teams("")).containsExactly("acme");
    admin.call("POST", "/api/v4/teams/" + archived + "/restore", "");
    assertThat(teams("")).containsExactly("acme", "short-lived");
    assertThat(teams("?page=1&per_page=1")).containsExactly("short-lived");
    assertThat(teams("?page=2&per_page=1")).isEmpty();
  }

  private List<String> teams(String query) {
    return texts(Caller.json(admin.get("/api/v4/teams" + query)), "name");
  }

  @Test
  void peopleAreFoundInBulk() {
    String lena = standIn.demo().userId("lena");
    String ids = "[\"" + lena + "\",\"" + "x".repeat(26) + "\"]";
    assertThat(texts(Caller.json(admin.call("POST", "/api/v4/users/ids", ids)), "username"))
        .containsExactly("lena");
    String names = "[\"BOB\",\"nobody\"]";
    assertThat(texts(Caller.json(admin.call("POST", "/api/v4/users/usernames", names)), "username"))
        .containsExactly("bob");
  }

  @Test
  void whoHasLoggedInSeesMoreSettingsThanOthers() {
    String path = "/api/v4/config/client?format=old";
    assertThat(Caller.json(Caller.nobody(standIn).get(path)).has("EnableCommands")).isFalse();
    assertThat(Caller.json(admin.get(path)).path("EnableCommands").asString()).isEqualTo("true");
  }

  @Test
  void aFreshServerHasEverythingOffThatARealOneHas() {
    Settings fresh = Settings.forTest().withSwitches(Switches.FRESH);
    try (StandInMattermost closed = StandInMattermost.start(fresh)) {
      JsonNode service = closed.config().toJson().path("ServiceSettings");
      ObjectNode expected = JsonMapper.shared().createObjectNode();
      for (String off :
          List.of(
              "EnableBotAccountCreation",
              "EnableUserAccessTokens",
              "EnablePostUsernameOverride",
              "EnablePostIconOverride")) {
        expected.put(off, false);
      }
      expected.put("AllowedUntrustedInternalConnections", "").put("EnableCommands", true);
      expected
          .properties()
          .forEach(
              setting ->
                  assertThat(service.path(setting.getKey()).asString())
                      .as(setting.getKey())
                      .isEqualTo(setting.getValue().asString()));
    }
  }

  @Test
  void aTeamsAdministratorMakesCommandsAndChangesThem() {
    String body =
        "{\"team_id\":\"%s\",\"trigger\":\"mine\",\"method\":\"P\",\"url\":\"http://127.0.0.1/x\"}"
            .formatted(team);
    JsonNode made = Caller.json(admin.call("POST", "/api/v4/commands", body));
    String path = "/api/v4/commands/" + made.path("id").asString();
    Caller lena = new Caller(standIn, tokenOf(standIn.demo().userId("lena")));
    assertThat(lena.get(path).statusCode()).isEqualTo(404);
    assertThat(Caller.json(admin.get(path))).isEqualTo(made);
    assertThat(admin.call("DELETE", path, "").statusCode()).isEqualTo(200);
    assertThat(admin.get(path).statusCode()).isEqualTo(404);
    assertThat(admin.call("POST", "/api/v4/commands", body).statusCode()).isEqualTo(201);
  }
}
