package dev.bricklayer.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.simulator.ScriptedIntegration.Say;
import dev.bricklayer.simulator.config.Setting;
import dev.bricklayer.testkit.mattermost.Answer;
import dev.bricklayer.testkit.mattermost.Dialog;
import dev.bricklayer.testkit.mattermost.Heard;
import dev.bricklayer.testkit.mattermost.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** People at their clients, an integration at the far end, the stand-in between them. */
@ParameterizedClass
@ValueSource(strings = {"9.10", "11.6"})
class ConversationTest {

  private static final String MENU =
      """
      {"text": "**Menu**", "attachments": [{"text": "Choose", "actions": [
        {"id": "new", "type": "button", "name": "New bot",
         "integration": {"url": "URL/action", "context": {"t": "signed"}}},
        {"id": "pick", "type": "select", "name": "Pick", "options": [{"text": "One", "value": "1"}],
         "integration": {"url": "URL/action", "context": {"k": "v"}}}]}]}
      """;

  private static final String DIALOG =
      """
      {"trigger_id": "TRIGGER", "url": "URL/dialog", "dialog": {"callback_id": "c",
       "title": "New bot", "state": "signed", "notify_on_cancel": true,
       "elements": [{"display_name": "Name", "name": "name", "type": "text"}]}}
      """;

  @Parameter String version;
  @TempDir Path data;

  private final ScriptedIntegration integration = new ScriptedIntegration();
  private StandInMattermost standIn;
  private Person lena;
  private Person bob;
  private Person admin;
  private String team;
  private String release;

  @BeforeEach
  void start() {
    standIn = StandInMattermost.start(settings());
    team = standIn.demo().teamId();
    release = standIn.demo().channelId("release");
    lena = Person.logIn(standIn.address(), "lena", "lena-demo");
    bob = Person.logIn(standIn.address(), "bob", "bob-demo");
    admin = Person.withToken(standIn.address(), standIn.demo().adminToken());
    admin.call("POST", "/commands", command("bricklayer")).ok();
    lena.websocket().takeAll();
    bob.websocket().takeAll();
  }

  private Settings settings() {
    return Settings.forTest().withVersion(version).withData(data);
  }

  @AfterEach
  void close() {
    lena.close();
    bob.close();
    admin.close();
    standIn.close();
    integration.close();
  }

  private String url() {
    return "http://127.0.0.1:" + integration.port();
  }

  private ObjectNode command(String trigger) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("team_id", team)
        .put("trigger", trigger)
        .put("method", "P")
        .put("url", url() + "/slash");
  }

  private void says(String... bodies) {
    integration.say(
        List.of(bodies).stream()
            .map(body -> new Say(200, "application/json", body.replace("URL", url()), false))
            .toList());
  }

  private JsonNode heard() {
    return JsonMapper.shared().readTree(integration.noted().getLast().body());
  }

  private JsonNode typed() {
    return integration.noted().getFirst().form();
  }

  private static String message(JsonNode post) {
    return post.path("message").asString("");
  }

  private HttpResponse<String> post(URI url, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void onlyWhoTypedSeesTheAnswer() {
    says(MENU);
    lena.type("/bricklayer", release, team).ok();
    JsonNode menu = lena.seesOnlySelf(post -> message(post).equals("**Menu**"));
    assertThat(menu.path("type").asString()).isEqualTo("system_ephemeral");
    assertThat(bob.websocket().takeAll()).isEmpty();
    assertThat(standIn.posted()).isEmpty();
  }

  @Test
  void anAnswerForTheChannelIsSeenByAllAndStands() {
    says("{\"response_type\": \"in_channel\", \"text\": \"for all\", \"username\": \"Robot\"}");
    lena.type("/bricklayer", release, team).ok();
    JsonNode post = bob.sees(each -> message(each).equals("for all"));
    assertThat(post.path("props").path("override_username").asString()).isEqualTo("Robot");
    assertThat(standIn.posted()).extracting(Posted::message).containsExactly("for all");
  }

  @Test
  void anAnswerMayComeLaterFiveTimesAndAcrossARestart() {
    says("{}");
    lena.type("/bricklayer", release, team).ok();
    URI later = URI.create(typed().path("response_url").asString());
    for (int use = 1; use <= 4; use++) {
      assertThat(post(later, "{\"text\": \"later\"}").body()).isEqualTo("ok");
      lena.seesOnlySelf(post -> message(post).equals("later"));
    }
    restart();
    URI moved = standIn.address().resolve(later.getPath());
    assertThat(post(moved, "{\"text\": \"the fifth\"}").statusCode()).isEqualTo(200);
    assertThat(post(moved, "{\"text\": \"the sixth\"}").statusCode()).isEqualTo(400);
    assertThat(admin.call("GET", "/commands?team_id=" + team, null).ok()).hasSize(1);
  }

  private void restart() {
    List.of(lena, bob, admin).forEach(Person::close);
    standIn.close();
    standIn = StandInMattermost.start(settings());
    lena = Person.logIn(standIn.address(), "lena", "lena-demo");
    bob = Person.logIn(standIn.address(), "bob", "bob-demo");
    admin = Person.withToken(standIn.address(), standIn.demo().adminToken());
  }

  @Test
  void aClickOnAnEphemeralPostBringsItsContextBack() {
    says(MENU, "{\"ephemeral_text\": \"clicked\"}");
    lena.type("/bricklayer", release, team).ok();
    JsonNode menu = lena.seesOnlySelf(post -> message(post).equals("**Menu**"));
    lena.click(menu, "New bot").ok();
    assertThat(heard().path("context").path("t").asString()).isEqualTo("signed");
    assertThat(heard().path("user_name").asString()).isEqualTo("lena");
    lena.seesOnlySelf(post -> message(post).equals("clicked"));
  }

  @Test
  void aMenuPassesOnWhatWasChosenEvenIfItWasNeverOffered() {
    says(MENU, "{}");
    lena.type("/bricklayer", release, team).ok();
    JsonNode menu = lena.seesOnlySelf(post -> message(post).equals("**Menu**"));
    lena.choose(menu, "Pick", "999").ok();
    assertThat(heard().path("context").path("selected_option").asString()).isEqualTo("999");
  }

  @Test
  void aCardOfABotIsChangedInPlaceByTheAnswerToAClick() {
    ObjectNode card = JsonMapper.shared().createObjectNode().put("channel_id", release);
    card.set("props", JsonMapper.shared().readTree(MENU.replace("URL", url())));
    Person bot = Person.withToken(standIn.address(), standIn.demo().botToken());
    bot.call("POST", "/posts", card.put("message", "card")).ok();
    JsonNode seen = lena.sees(post -> message(post).equals("card"));
    assertThat(seen.toString()).doesNotContain("integration", "signed");
    says("{\"update\": {\"message\": \"done\", \"props\": {}}}");
    lena.click(seen, "New bot").ok();
    JsonNode changed =
        bob.websocket().await("post_edited", event -> message(event.post()).equals("done")).post();
    assertThat(changed.path("id")).isEqualTo(seen.path("id"));
    assertThat(lena.click(seen, "New bot").status()).isEqualTo(404);
    bot.close();
  }

  @Test
  void aDialogOpensForWhoClickedIsFilledInAndComesBackWithErrors() {
    Dialog dialog = openDialog();
    says("{\"errors\": {\"name\": \"taken\"}}", "");
    Answer refused = lena.submit(dialog, Map.of("name", "standup"), release, team);
    assertThat(refused.ok().path("errors").path("name").asString()).isEqualTo("taken");
    assertThat(heard().path("submission").path("name").asString()).isEqualTo("standup");
    assertThat(heard().path("state").asString()).isEqualTo("signed");
    assertThat(lena.submit(dialog, Map.of("name", "other"), release, team).ok()).isEmpty();
    assertThat(bob.websocket().takeAll()).isEmpty();
  }

  @Test
  void aDialogThatIsClosedTellsSoWhereThatWasWanted() {
    Dialog dialog = openDialog();
    says("");
    lena.cancel(dialog, release, team);
    assertThat(heard().path("cancelled").asBoolean()).isTrue();
  }

  /** The trigger id comes last: being random letters, it may hold those of the other word. */
  private String dialogFor(String trigger) {
    return DIALOG.replace("URL", url()).replace("TRIGGER", trigger);
  }

  private Dialog openDialog() {
    says(MENU, "{}");
    lena.type("/bricklayer", release, team).ok();
    JsonNode menu = lena.seesOnlySelf(post -> message(post).equals("**Menu**"));
    Answer clicked = lena.click(menu, "New bot");
    String body = dialogFor(heard().path("trigger_id").asString());
    assertThat(post(standIn.address().resolve("/api/v4/actions/dialogs/open"), body).statusCode())
        .isEqualTo(200);
    Dialog dialog = lena.seesDialog(clicked);
    assertThat(dialog.element("name").path("type").asString()).isEqualTo("text");
    return dialog;
  }

  @Test
  void theAdministratorSwitchesCommandsOffAndOnAgain() {
    says("{}", "{}");
    set(Setting.ENABLE_COMMANDS, "false");
    assertThat(lena.type("/bricklayer", release, team).error())
        .isEqualTo("api.command.disabled.app_error");
    set(Setting.ENABLE_COMMANDS, "true");
    lena.type("/bricklayer", release, team).ok();
    assertThat(integration.noted()).hasSize(1);
  }

  private void set(Setting setting, String value) {
    ObjectNode config = JsonMapper.shared().createObjectNode();
    config.putObject(setting.section()).put(setting.key(), value);
    JsonNode now = admin.call("PUT", "/config/patch", config).ok();
    assertThat(now.path(setting.section()).path(setting.key()).asString()).isEqualTo(value);
  }

  @Test
  void noAddressOfTheMachineIsCalledUnlessItIsAllowed() {
    says(MENU);
    set(Setting.ALLOWED_UNTRUSTED_INTERNAL_CONNECTIONS, "");
    assertThat(lena.type("/bricklayer", release, team).error())
        .isEqualTo("api.command.execute_command.failed.app_error");
    assertThat(integration.noted()).isEmpty();
    set(Setting.ALLOWED_UNTRUSTED_INTERNAL_CONNECTIONS, "10.0.0.0/8, 127.0.0.0/8");
    lena.type("/bricklayer", release, team).ok();
  }

  @Test
  void withoutASiteUrlNoCommandRuns() {
    set(Setting.SITE_URL, "");
    assertThat(lena.type("/bricklayer", release, team).error())
        .isEqualTo("api.command.execute_command.site_url_required.app_error");
  }

  @Test
  void answersStandUnderThePersonsOwnNameWhereOthersAreNotAllowed() {
    set(Setting.ENABLE_POST_USERNAME_OVERRIDE, "false");
    says("{\"text\": \"x\", \"username\": \"Robot\"}");
    lena.type("/bricklayer", release, team).ok();
    JsonNode props = lena.seesOnlySelf(post -> message(post).equals("x")).path("props");
    assertThat(props.has("override_username")).isFalse();
    assertThat(props.path("from_webhook").asString()).isEqualTo("true");
  }

  @Test
  void onlyTheAdministratorReadsAndChangesSettings() {
    assertThat(lena.call("GET", "/config", null).status()).isEqualTo(403);
    ObjectNode config = JsonMapper.shared().createObjectNode();
    config.putObject("ServiceSettings").put("EnableCommands", false);
    assertThat(lena.call("PUT", "/config", config).status()).isEqualTo(403);
    config.putObject("ServiceSettings").put("EnableCommands", "perhaps");
    assertThat(admin.call("PUT", "/config", config).status()).isEqualTo(400);
    assertThat(admin.call("GET", "/config", null).ok().at("/ServiceSettings/EnableCommands"))
        .isEqualTo(JsonMapper.shared().getNodeFactory().booleanNode(true));
  }

  @Test
  void whoComesAndGoesIsTold() {
    String members = "/channels/" + standIn.demo().channelId("secret") + "/members";
    ObjectNode who = JsonMapper.shared().createObjectNode().put("user_id", bob.id());
    lena.call("POST", members, who).ok();
    assertThat(names(bob)).contains("user_added", "posted");
    lena.call("DELETE", members + "/" + bob.id(), null).ok();
    assertThat(names(bob)).containsExactly("user_removed");
    assertThat(names(lena)).contains("user_added", "user_removed");
  }

  private static List<String> names(Person person) {
    return person.websocket().takeAll().stream().map(Heard::name).toList();
  }

  @Test
  void slacksWayToWriteIsTakenForMarkdownUnlessTheAnswerSaysNo() {
    says("{\"text\": \"<!here> <https://a.test|b>\"}");
    lena.type("/bricklayer", release, team).ok();
    lena.seesOnlySelf(post -> message(post).equals("@here [b](https://a.test)"));
    says("{\"text\": \"<!here>\", \"skip_slack_parsing\": true}");
    lena.type("/bricklayer", release, team).ok();
    lena.seesOnlySelf(post -> message(post).equals("<!here>"));
  }

  @Test
  void aDialogWithAValueOfTheWrongTypeIsNotOpened() {
    says("{}");
    lena.type("/bricklayer", release, team).ok();
    String trigger = typed().path("trigger_id").asString();
    String body = dialogFor(trigger);
    URI open = standIn.address().resolve("/api/v4/actions/dialogs/open");
    for (String wrong : List.of("\"default\": true", "\"max_length\": \"9\"", "\"optional\": 1")) {
      String element = body.replace("\"type\": \"text\"", "\"type\": \"text\", " + wrong);
      assertThat(post(open, element).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(post(open, body).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": 5}",
        "{\"attachments\": [{\"text\": true}]}",
        "{\"attachments\": [{\"actions\": [{\"id\": 1}]}]}",
        "{\"extra_responses\": [{\"attachments\": [\"x\"]}]}"
      })
  void aValueOfTheWrongTypeMakesABrokenAnswer(String answer) {
    says(answer);
    assertThat(lena.type("/bricklayer", release, team).error())
        .isEqualTo("api.command.execute_command.failed.app_error");
  }
}
