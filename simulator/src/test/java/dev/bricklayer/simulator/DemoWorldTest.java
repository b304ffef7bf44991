package dev.bricklayer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The demo's people, channels and bot, as the documents promise them. */
class DemoWorldTest {

  private static final String BY_NAME = "/api/v4/teams/name/acme/channels/name/";

  private static HttpResponse<String> login(StandInMattermost standIn, String name) {
    String body = "{\"login_id\":\"%s\",\"password\":\"%s-demo\"}".formatted(name, name);
    return Caller.nobody(standIn).call("POST", "/api/v4/users/login", body);
  }

  @ParameterizedTest
  @CsvSource({
    "lena,  en, Europe/Berlin, system_user",
    "bob,   ru, Europe/Moscow, system_user",
    "admin, en, '',            system_admin system_user"
  })
  void peopleLogInWithTheirNameAndDemo(String name, String locale, String zone, String roles) {
    try (var standIn = StandInMattermost.start(Settings.forTest())) {
      HttpResponse<String> login = login(standIn, name);
      assertThat(login.statusCode()).isEqualTo(200);

      String session = login.headers().firstValue("Token").orElseThrow();
      JsonNode me = Caller.json(new Caller(standIn, session).get("/api/v4/users/me"));
      assertThat(me.path("username").asString()).isEqualTo(name);
      assertThat(me.path("locale").asString()).isEqualTo(locale);
      assertThat(me.path("roles").asString()).isEqualTo(roles);
      assertThat(me.at("/timezone/automaticTimezone").asString()).isEqualTo(zone);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "town-square, bot,   201",
    "release,     bot,   201",
    "secret,      bot,   403",
    "old,         bot,   403",
    "secret,      lena,  201",
    "secret,      bob,   403",
    "old,         lena,  400",
    "release,     bob,   201"
  })
  void whoMayPostWhere(String channel, String who, int status) {
    try (var standIn = StandInMattermost.start(Settings.forTest())) {
      String token =
          who.equals("bot")
              ? standIn.demo().botToken()
              : login(standIn, who).headers().firstValue("Token").orElseThrow();
      HttpResponse<String> answer =
          new Caller(standIn, token).post(standIn.demo().channelId(channel), "x", "");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
  }

  @Test
  void secretLooksToOthersAsIfItWereNotThere() {
    try (var standIn = StandInMattermost.start(Settings.forTest())) {
      String session = login(standIn, "bob").headers().firstValue("Token").orElseThrow();
      for (Caller caller : List.of(Caller.bot(standIn), new Caller(standIn, session))) {
        HttpResponse<String> secret = caller.get(BY_NAME + "secret");
        assertThat(secret.statusCode()).isEqualTo(404);
        assertThat(Caller.id(secret)).isEqualTo("app.channel.get_by_name.missing.app_error");
      }
      assertThat(Caller.bot(standIn).get(BY_NAME + "release").statusCode()).isEqualTo(200);
      assertThat(Caller.bot(standIn).get(BY_NAME + "old").statusCode()).isEqualTo(404);
      assertThat(Caller.bot(standIn).get(BY_NAME + "old?include_deleted=true").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void botsAndTokensAreSwitchedOn() {
    try (var standIn = StandInMattermost.start(Settings.forTest())) {
      JsonNode settings =
          Caller.json(Caller.nobody(standIn).get("/api/v4/config/client?format=old"));
      assertThat(settings.path("EnableBotAccountCreation").asString()).isEqualTo("true");
      assertThat(settings.path("DiagnosticId").asString()).hasSize(26);
      assertThat(settings.path("SiteURL").asString()).isEqualTo(standIn.address().toString());
      HttpResponse<String> token =
          Caller.admin(standIn)
              .call("POST", "/api/v4/users/me/tokens", "{\"description\":\"mine\"}");
      assertThat(token.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void isTheSameAfterARestart(@TempDir Path data) {
    Settings settings = Settings.forTest().withData(data);
    String before = everything(settings);
    assertThat(everything(settings)).isEqualTo(before);
  }

  private static String everything(Settings settings) {
    try (var standIn = StandInMattermost.start(settings)) {
      JsonNode publicSettings =
          Caller.json(Caller.nobody(standIn).get("/api/v4/config/client?format=old"));
      return String.join(
          " ",
          standIn.demo().botToken(),
          standIn.demo().adminToken(),
          standIn.demo().channelId("release"),
          standIn.demo().userId("lena"),
          publicSettings.path("DiagnosticId").asString());
    }
  }
}
