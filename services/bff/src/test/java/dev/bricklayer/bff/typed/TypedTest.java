package dev.bricklayer.bff.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.LivingBot;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.link.ConfirmLink;
import dev.bricklayer.contracts.link.LinkAsked;
import dev.bricklayer.contracts.link.RequestLink;
import dev.bricklayer.contracts.reminder.ReminderMissed;
import dev.bricklayer.contracts.reminder.ReminderPosted;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.messaging.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that buttons do, typed. */
class TypedTest {

  private final BffWorld world = BffWorld.shared();
  private final LivingBot living = LivingBot.make();
  private final Chatter person = living.person();

  private static String text(JsonNode card) {
    StringBuilder all = new StringBuilder(card.path("text").asString(""));
    card.path("attachments")
        .forEach(part -> all.append('\n').append(part.path("text").asString("")));
    return all.toString();
  }

  @Test
  void pausesByNameAndTellsTheEndLater() {
    JsonNode answer = person.type("pause " + living.name()).json();
    assertThat(text(answer)).contains("working on it");
    Received<ChangeJob> command = living.change();
    assertThat(command.body().change()).isEqualTo(JobChange.Edit.pause());

    living.carryOut(command, JobState.Status.PAUSED, 3);

    assertThat(text(person.awaitSeen(1))).contains("stands still").contains("paused");
  }

  @Test
  void showsWhatBecameOfTheLastRuns() {
    Instant nine = Instant.parse("2026-12-01T08:00:00Z");
    world
        .others()
        .say(
            new ReminderPosted(
                living.bot(),
                living.job(),
                UUID.randomUUID(),
                nine,
                nine.plusMillis(250),
                "c".repeat(26),
                "p".repeat(26),
                false),
            new ReminderMissed(
                living.bot(),
                living.job(),
                UUID.randomUUID(),
                nine.plusSeconds(60),
                nine.plusSeconds(180),
                3,
                nine.plusSeconds(600)));

    String runs =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> text(person.type("runs " + living.name()).json()),
                text -> text.contains("missed in a row"));

    assertThat(runs)
        .contains("Last runs of " + living.reminder())
        .contains("✗ Tue 1 Dec 09:01 – Tue 1 Dec 09:03 · 3 missed in a row")
        .contains("✓ Tue 1 Dec 09:00 · 0.2 s later · [post](");
  }

  @Test
  void runsItNowOnceHoweverOftenItIsClicked() {
    JsonNode runs = person.type("runs " + living.name()).json();
    assertThat(Chatter.names(runs)).contains("Run now", "Send a test to me");
    person.click(runs, "Send a test to me");
    assertThat(text(person.awaitSeen(1))).contains("comes to you alone");
    Instant first = asked().getFirst();
    person.click(runs, "Send a test to me");
    assertThat(asked()).allMatch(at -> at.equals(first) || !at.isBefore(first.plusSeconds(3)));
  }

  /** The instants for which the engine was asked to run it. */
  private List<Instant> asked() {
    return world
        .database()
        .sql(
            """
            select convert_from(payload, 'UTF8') from messaging.outbox_message
            where key = :bot and convert_from(payload, 'UTF8') like '%directTo%'
            order by id
            """)
        .param("bot", living.bot().toString())
        .query((row, _) -> JsonMapper.shared().readTree(row.getString(1)))
        .list()
        .stream()
        .filter(command -> command.has("plannedAt"))
        .map(command -> Instant.parse(command.path("plannedAt").asString("")))
        .toList();
  }

  @Test
  void findsAReminderByItsNameItsBotsOrBoth() {
    for (String name :
        new String[] {
          living.reminder(),
          living.name(),
          living.name().toUpperCase(Locale.ROOT) + "/" + living.reminder()
        }) {
      assertThat(person.type("edit " + name).text()).as(name).isEqualTo("{}");
      assertThat(person.dialog().path("title").asString("")).isEqualTo("Edit reminder");
    }
  }

  @Test
  void hasAButtonForEachWhereSeveralAreMeant() {
    JsonNode question = person.type("delete " + living.reminder()).json();
    assertThat(text(question)).contains("Delete this reminder");
    JsonNode bot = person.type("удали " + living.name()).json();
    assertThat(Chatter.names(bot)).contains("Delete bot and 1 reminder");
    assertThat(text(person.type("pause nothing-like-it").json())).contains("nothing-like-it");
  }

  @Test
  void addsByOneLineAndAsksForWhatIsMissing() {
    JsonNode answer =
        person
            .type("add \"" + living.name() + "\" “Retro — now” Fridays 16:00 in ~town-square")
            .json();
    assertThat(text(answer)).as("nobody knows the zone").contains("Not saved yet").contains("zone");
    person.click(answer, "Open as a form");
    JsonNode form = person.dialog();
    assertThat(form.toString()).contains("Retro — now").contains("Fridays 16:00");
  }

  @Test
  void addsByOneLine() {
    Chatter lena = new Chatter(world.patient(), "lena");
    LivingBot hers = LivingBot.of(lena);
    String line = "add \"" + hers.name() + "\" \"Retro\" Fridays 16:00 in ~town-square";

    assertThat(text(lena.type(line).json())).contains("working on it");
    Received<ChangeJob> command = hers.change();
    JobChange.Add added = (JobChange.Add) command.body().change();
    assertThat(added.content().text()).isEqualTo("Retro");
    assertThat(added.content().channel()).isEqualTo(ChannelRef.named("acme", "town-square"));
    assertThat(added.content().schedule().timeZone()).isEqualTo("Europe/Berlin");
    hers.carryOut(command, JobState.Status.ACTIVE, 1);

    assertThat(text(lena.awaitSeen(1))).contains("**Retro** is live").contains("~town-square");
  }

  @Test
  void makesABotThatIsNotThereYetByOneLine() {
    Chatter lena = new Chatter(world.patient(), "lena");
    String name = BffWorld.unique("Typed");
    JsonNode answer = lena.type("add \"" + name + "\" \"Retro\" Fridays 16:00").json();
    assertThat(text(answer)).contains("working on it");
    CreateBot command = world.others().command(name).body();
    assertThat(command.credentials()).isInstanceOf(Credentials.Shared.class);
    assertThat(command.firstJob().content().text()).isEqualTo("Retro");
    assertThat(text(lena.awaitSeen(1))).contains(name).contains("is live");
  }

  @Test
  void hasButtonsWithDatesWhereNobodySaidWhen() {
    Chatter lena = new Chatter(world.patient(), "lena");
    LivingBot hers = LivingBot.of(lena);
    JsonNode question = lena.type("add \"" + hers.name() + "\" \"Call home\"").json();
    assertThat(text(question)).contains("When?");
    String tomorrow =
        Chatter.names(question).stream()
            .filter(name -> name.startsWith("Tomorrow"))
            .findFirst()
            .orElseThrow();
    assertThat(tomorrow).containsPattern("[A-Z][a-z]{2} \\d+ [A-Z][a-z]{2} 09:00");
    CompletableFuture<Rest.Answer> click =
        CompletableFuture.supplyAsync(() -> lena.click(question, tomorrow));
    Received<ChangeJob> command = hers.change();
    JobChange.Add added = (JobChange.Add) command.body().change();
    assertThat(added.content().text()).isEqualTo("Call home");
    assertThat(added.content().schedule().at()).endsWith("T09:00");
    hers.carryOut(command, JobState.Status.ACTIVE, 1);
    assertThat(click.join().status()).isEqualTo(200);

    JsonNode wrong = lena.type("add \"" + hers.name() + "\" \"Call\" some day").json();
    assertThat(text(wrong)).contains("Not saved yet");
    assertThat(Chatter.names(wrong)).contains(tomorrow, "Open as a form");
  }

  @Test
  void opensTheFormThatRenamesABot() {
    assertThat(person.type("переименуй " + living.name()).text()).isEqualTo("{}");
    assertThat(person.dialog().path("title").asString("")).isEqualTo("Rename bot");
    assertThat(text(person.type("rename nobody").json())).contains("nothing that is called");
  }

  @Test
  void asksBackAboutWhatIsOddAndSavesItWithAButton() {
    Chatter lena = new Chatter(world.patient(), "lena");
    LivingBot hers = LivingBot.of(lena);
    JsonNode answer = lena.type("add \"" + hers.name() + "\" \"Tick\" * * * * *").json();
    assertThat(text(answer)).contains("how I read it").contains("every minute");

    CompletableFuture<Rest.Answer> click =
        CompletableFuture.supplyAsync(() -> lena.click(answer, "Save it so"));
    Received<ChangeJob> command = hers.change();
    hers.carryOut(command, JobState.Status.ACTIVE, 1);

    assertThat(click.join().status()).isEqualTo(200);
    assertThat(text(lena.awaitSeen(1))).contains("**Tick** is live");
  }

  @Test
  void linksAnAccountAfterAYes() {
    assertThat(text(person.type("link nonsense").json())).contains("no code");
    assertThat(text(person.type("link ABCD-EFGH-JKMN").json())).contains("Checking");
    RequestLink asked = world.others().linkCommand(RequestLink.class, living.owner());
    world
        .others()
        .say(
            new LinkAsked(
                asked.linkId(),
                living.owner(),
                new PersonId(UUID.randomUUID()),
                "lena-rest",
                Instant.now().plusSeconds(600)));

    JsonNode question = person.awaitSeen(1);
    assertThat(text(question)).contains("lena-rest");
    person.click(question, "Yes, that is me");
    assertThat(world.others().linkCommand(ConfirmLink.class, living.owner()).linkId())
        .isEqualTo(asked.linkId());
  }
}
