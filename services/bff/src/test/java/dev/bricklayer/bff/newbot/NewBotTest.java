package dev.bricklayer.bff.newbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.bff.world.Script;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.messaging.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A bot is made from inside Mattermost. */
class NewBotTest {

  private static final String OWN_TOKEN = "Bot with own token";

  private final BffWorld world = BffWorld.shared();
  private final Chatter lena = new Chatter(world.patient(), "lena");
  private final Chatter bob = new Chatter(world.patient(), "bob");
  private final Chatter hurried = new Chatter(world.hasty(), "lena");
  private final String name = BffWorld.unique("Chat");

  private static JsonNode form(Chatter person, String button) {
    JsonNode menu = person.type("").json();
    assertThat(person.click(menu, button).text()).isEqualTo("{}");
    return person.dialog();
  }

  private Map<String, Object> filledIn() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("token", Bodies.TOKEN);
    values.put("text", "Time for the stand-up!");
    values.put("when", "weekdays 10:00");
    values.put("zone", "Europe/Berlin");
    values.put("channel", null);
    return values;
  }

  private Map<String, Object> filledIn(String field, String value) {
    Map<String, Object> values = filledIn();
    values.put(field, value);
    return values;
  }

  private static List<String> elements(JsonNode dialog) {
    return dialog.path("elements").valueStream().map(it -> it.path("name").asString("")).toList();
  }

  private static JsonNode element(JsonNode dialog, String name) {
    return dialog
        .path("elements")
        .valueStream()
        .filter(it -> it.path("name").asString("").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> withoutToken() {
    Map<String, Object> values = filledIn();
    values.remove("token");
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "lena,New bot",
    "lena,Bot with own token",
    "bob,Новый бот",
    "bob,Бот со своим токеном"
  })
  void asksForSixThingsAtMost(String person, String button) {
    JsonNode dialog = form(new Chatter(world.patient(), person), button);
    assertThat(elements(dialog)).hasSizeLessThanOrEqualTo(6).contains("name", "text", "when");
    assertThat(dialog.path("introduction_text").asString("")).contains("~release");
  }

  @Test
  void fillsInTheZoneOfThePersonAndNoChannel() {
    assertThat(element(form(lena, "New bot"), "zone").path("default").asString(""))
        .isEqualTo("Europe/Berlin");
    JsonNode channel = element(form(bob, "Новый бот"), "channel");
    assertThat(channel.path("optional").asBoolean()).isTrue();
    assertThat(channel.path("default").asString("")).isEmpty();
  }

  @Test
  void speaksWithBricklayersOwnBotWhereNobodyCanMakeAccounts() {
    JsonNode dialog = form(lena, "New bot");
    assertThat(elements(dialog)).doesNotContain("token").contains("short");
    assertThat(dialog.path("introduction_text").asString("")).contains("/invite @bricklayer");
    assertThat(lena.submit(dialog, withoutToken()).text()).isEqualTo("{}");
    CreateBot command = world.others().command(name).body();
    assertThat(command.credentials()).isInstanceOf(Credentials.Shared.class);
    assertThat(command.requester()).isEqualTo(lena.id());
  }

  @Test
  void getsAnAccountOfItsOwnWhereAnAdministratorsTokenIsThere() {
    try (ConfigurableApplicationContext copy =
        world.oneMore(
            "--bricklayer.mattermost.admin-token=" + world.mattermost().demo().adminToken(),
            "--bricklayer.provisioning.teams=none-of-them",
            "--bricklayer.operations.dialog-within=40s")) {
      Chatter there = lena.at(copy);
      JsonNode dialog = form(there, "New bot");
      assertThat(elements(dialog)).doesNotContain("token");
      assertThat(dialog.path("introduction_text").asString(""))
          .contains("~release")
          .contains("You must be a member");
      assertThat(there.submit(dialog, withoutToken()).text()).isEqualTo("{}");
      CreateBot command = world.others().command(name).body();
      assertThat(command.credentials()).isEqualTo(Credentials.Managed.toBeMade());
      assertThat(command.requester()).isEqualTo(lena.id());
    }
  }

  @Test
  void writesToWhoMakesItInADirectTalk() {
    JsonNode dialog = form(lena.inDirectTalk(), "New bot");
    assertThat(dialog.path("introduction_text").asString("")).contains("directly to you");
    assertThat(lena.submit(dialog, withoutToken()).text()).isEqualTo("{}");
    assertThat(world.others().command(name).body().firstJob().content().channel())
        .isEqualTo(ChannelRef.directTo(lena.id()));
  }

  @Test
  void isLiveWhenItIsSent() {
    Rest.Answer answer = lena.submit(form(lena, OWN_TOKEN), filledIn());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{}");
    JsonNode card = lena.awaitSeen(1);
    assertThat(card.path("text").asString("")).contains(name).contains("is live");
    assertThat(card.at("/attachments/0/text").asString(""))
        .contains("● active")
        .contains("~release")
        .contains("weekdays at 10:00 (Europe/Berlin)")
        .containsPattern("Next: .* · .* · ")
        .contains("10:00");
    CreateBot command = world.others().command(name).body();
    assertThat(command.firstJob().content().shortName()).isEqualTo("Time for the stand up");
    assertThat(command.firstJob().content().text()).isEqualTo("Time for the stand-up!");
  }

  @Test
  void saysWhatIsMissingWhereItIsMissing() {
    JsonNode dialog = form(bob, "Бот со своим токеном");
    Rest.Answer answer = bob.submit(dialog, Map.of());

    assertThat(answer.json().path("errors").propertyNames())
        .containsExactlyInAnyOrder("name", "token", "text", "when", "zone");
    assertThat(answer.at("/errors/when")).contains("например");
    assertThat(answer.at("/error")).isNotEmpty();
    assertThat(bob.seen()).isEmpty();
  }

  @Test
  void saysWhereThereIsNothingToRead() {
    Map<String, Object> values = withoutToken();
    values.put("name", "\u00a0");
    values.put("text", "\u3164");
    values.put("short", "\u200b");
    Rest.Answer answer = lena.submit(form(lena, "New bot"), values);

    assertThat(answer.json().path("errors").propertyNames())
        .containsExactlyInAnyOrder("name", "text", "short");
    assertThat(answer.at("/errors/text")).contains("must not be empty");
  }

  @Test
  void makesNoNameOfWhatNobodySees() {
    Map<String, Object> values = withoutToken();
    values.put("text", "\u3164\nTime for the stand-up!");

    assertThat(lena.submit(form(lena, "New bot"), values).text()).isEqualTo("{}");
    assertThat(world.others().command(name).body().firstJob().content().shortName())
        .isEqualTo("reminder");
  }

  @Test
  void saysWhatCannotBeReadAtItsField() {
    Map<String, Object> values = filledIn("when", "whenever you like");
    values.put("zone", "Europe/Atlantis");
    values.put("token", "a person's word");
    Rest.Answer answer = lena.submit(form(lena, OWN_TOKEN), values);

    assertThat(answer.json().path("errors").propertyNames())
        .containsExactlyInAnyOrder("token", "when", "zone");
    assertThat(world.others().hasHeardOf(name)).isFalse();
  }

  @Test
  void showsARefusalOfTheSagaAtItsField() {
    world.others().on(name, Script.undoing(Refusal.of(RefusalCode.NAME_TAKEN, "/name")));

    Rest.Answer answer = bob.submit(form(bob, "Бот со своим токеном"), filledIn());

    assertThat(answer.at("/errors/name")).contains("уже есть бот с таким именем");
    assertThat(bob.seen()).isEmpty();
  }

  @Test
  void triesAgainWhenTheSameFormIsSentAfterARefusal() {
    world.others().on(name, Script.undoing(Refusal.of(RefusalCode.BOT_NOT_MEMBER, "/job/channel")));
    JsonNode dialog = form(lena, OWN_TOKEN);
    assertThat(lena.submit(dialog, filledIn()).at("/errors/channel")).contains("Invite it");

    world.others().on(name, Script.activating());

    assertThat(lena.submit(dialog, filledIn()).text()).isEqualTo("{}");
    assertThat(lena.awaitSeen(1).path("text").asString("")).contains("is live");
  }

  @Test
  void makesOneBotOfAFormThatIsSentTwice() {
    JsonNode dialog = form(lena, OWN_TOKEN);
    List<Object> commands = new ArrayList<>();
    world
        .others()
        .on(
            name,
            command -> {
              commands.add(command);
              return Script.activating().answer(command);
            });

    assertThat(lena.submit(dialog, filledIn()).text()).isEqualTo("{}");
    assertThat(lena.submit(dialog, filledIn()).text()).isEqualTo("{}");
    Rest.Answer other = lena.submit(dialog, filledIn("name", name + " other"));

    assertThat(other.at("/error")).contains("done its work");
    assertThat(commands).hasSize(1);
    assertThat(world.others().hasHeardOf(name + " other")).isFalse();
  }

  @Test
  void asksBackOnceAboutWhatIsOdd() {
    JsonNode dialog = form(lena, OWN_TOKEN);

    Rest.Answer first = lena.submit(dialog, filledIn("when", "* * * * *"));
    assertThat(first.at("/errors/when")).contains("I read: every minute").contains("Save again");
    assertThat(world.others().hasHeardOf(name)).isFalse();
    assertThat(lena.submit(dialog, filledIn("when", "*/2 * * * *")).at("/errors/when"))
        .as("others are odd, too")
        .contains("every 2 minutes");

    assertThat(lena.submit(dialog, filledIn("when", "*/2 * * * *")).text()).isEqualTo("{}");
  }

  @Test
  void isNobodyElsesForm() {
    JsonNode dialog = form(lena, OWN_TOKEN);
    assertThat(bob.submit(dialog, filledIn()).at("/error")).contains("не ваша");
    assertThat(world.others().hasHeardOf(name)).isFalse();
  }

  @Test
  void isToldLaterWhereItBegan() {
    world.others().on(name, Script.silent());
    JsonNode dialog = form(hurried, OWN_TOKEN);

    assertThat(hurried.submit(dialog, filledIn()).text()).isEqualTo("{}");
    assertThat(hurried.awaitSeen(1).path("text").asString("")).contains("working on it");
    assertThat(Chatter.buttons(hurried.awaitSeen(1))).isEmpty();

    Received<CreateBot> command = world.others().command(name);
    world
        .others()
        .say(command.requiredSaga(), Script.activating().answer(command.body()).toArray());
    assertThat(hurried.awaitSeen(2).path("text").asString("")).contains("is live");
  }

  @Test
  void opensAgainAsItWasTypedWhenItIsRefusedLater() {
    world.others().on(name, Script.silent());
    hurried.submit(form(hurried, OWN_TOKEN), filledIn());
    hurried.awaitSeen(1);
    Received<CreateBot> command = world.others().command(name);
    world
        .others()
        .say(
            command.requiredSaga(),
            Script.undoing(Refusal.of(RefusalCode.CHANNEL_ARCHIVED, "/job/channel"))
                .answer(command.body())
                .toArray());

    JsonNode card = hurried.awaitSeen(2);
    assertThat(card.path("text").asString("")).contains("not saved");
    assertThat(card.at("/attachments/0/text").asString("")).contains("archived");
    hurried.click(card, "Open again");
    JsonNode again = hurried.dialog();
    assertThat(element(again, "name").path("default").asString("")).isEqualTo(name);
    assertThat(element(again, "when").path("default").asString("")).isEqualTo("weekdays 10:00");
    assertThat(element(again, "token").path("default").asString("")).isEmpty();
    assertThat(element(again, "token").path("optional").asBoolean()).isTrue();

    world.others().on(name, Script.activating());
    assertThat(hurried.submit(again, filledIn("token", "")).text()).isEqualTo("{}");
    assertThat(hurried.awaitSeen(4).path("text").asString("")).contains("is live");
  }

  @Test
  void keepsNoTokenInClear() {
    world.others().on(name, Script.undoing(Refusal.of(RefusalCode.NAME_TAKEN, "/name")));
    lena.submit(form(lena, OWN_TOKEN), filledIn());

    long rows =
        world
            .database()
            .sql("select count(*) from draft d where cast(d as text) like :token")
            .param("token", "%" + Bodies.TOKEN + "%")
            .query(Long.class)
            .single();
    assertThat(rows).isZero();
  }
}
