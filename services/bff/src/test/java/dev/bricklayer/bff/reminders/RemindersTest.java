package dev.bricklayer.bff.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.LivingBot;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.bff.world.Script;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.changejob.JobChangeRefused;
import dev.bricklayer.contracts.changejob.RevisionDropped;
import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.deletejob.JobErased;
import dev.bricklayer.contracts.renamebot.BotRenamed;
import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.simulator.Posted;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reminders are shown, changed and deleted by their buttons. */
class RemindersTest {

  private final BffWorld world = BffWorld.shared();
  private final LivingBot living = LivingBot.make();
  private final Chatter person = living.person();

  private JsonNode list() {
    return person.type("list").json();
  }

  private static CompletableFuture<Rest.Answer> later(Supplier<Rest.Answer> call) {
    return CompletableFuture.supplyAsync(call);
  }

  /** What is shown below what was there before. */
  private JsonNode shownBy(Supplier<Rest.Answer> click) {
    int before = person.seen().size();
    assertThat(click.get().status()).isEqualTo(200);
    return person.awaitSeen(before + 1);
  }

  /** What that click showed: it is there when the click is answered. */
  private JsonNode shownAfter(CompletableFuture<Rest.Answer> click) {
    assertThat(click.join().status()).isEqualTo(200);
    return person.seen().getLast();
  }

  private static String text(JsonNode card) {
    StringBuilder all = new StringBuilder(card.path("text").asString(""));
    card.path("attachments")
        .forEach(part -> all.append('\n').append(part.path("text").asString("")));
    return all.toString();
  }

  @Test
  void aLineSaysItAll() {
    assertThat(text(list()))
        .contains(living.name())
        .contains("@standup")
        .contains("● active **" + living.reminder() + "**")
        .contains("~release")
        .contains("weekdays at 10:00 (Europe/Berlin)")
        .contains("next ");
    assertThat(Chatter.names(list()))
        .containsExactly(
            "Pause",
            "Skip…",
            "Edit",
            "Delete",
            "Last runs",
            "New reminder",
            "Rename",
            "Delete bot",
            "Menu");
  }

  @Test
  void whoHasSeveralBotsChoosesOne() {
    LivingBot other = LivingBot.of(person);
    JsonNode choice = list();
    assertThat(Chatter.names(choice)).containsExactly(living.name(), other.name(), "Menu");
    assertThat(text(shownBy(() -> person.click(choice, other.name())))).contains(other.reminder());
  }

  @Test
  void whoHasNoneIsOfferedTheFirst() {
    JsonNode card = Chatter.newcomer(world.patient()).type("list").json();
    assertThat(text(card)).contains("no bots yet");
    assertThat(Chatter.names(card)).contains("New bot");
  }

  @Test
  void pausesAndShowsItPaused() {
    JsonNode card = list();
    CompletableFuture<Rest.Answer> click = later(() -> person.click(card, "Pause"));
    Received<ChangeJob> command = living.change();
    assertThat(command.body().change()).isEqualTo(JobChange.Edit.pause());
    assertThat(command.body().expectedRevision()).isEqualTo(1);

    living.carryOut(command, JobState.Status.PAUSED, 3);

    JsonNode shown = shownAfter(click);
    assertThat(text(shown)).contains("stands still").contains("❙❙ paused");
    assertThat(Chatter.names(shown)).contains("Resume").doesNotContain("Pause");

    JsonNode old = shownBy(() -> person.click(card, "Pause"));
    assertThat(text(old)).as("an old button changes nothing").contains("like that already");
  }

  @Test
  void aDoubleClickIsOneClick() {
    JsonNode card = list();
    CompletableFuture<Rest.Answer> one = later(() -> person.click(card, "Pause"));
    CompletableFuture<Rest.Answer> other = later(() -> person.click(card, "Pause"));
    living.carryOut(living.change(), JobState.Status.PAUSED, 3);

    assertThat(one.join().status()).isEqualTo(200);
    assertThat(other.join().status()).isEqualTo(200);
    assertThat(person.seen()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void saysWhyItWasNotDone() {
    JsonNode card = list();
    CompletableFuture<Rest.Answer> click = later(() -> person.click(card, "Pause"));
    Received<ChangeJob> command = living.change();
    world
        .others()
        .say(
            command.requiredSaga(),
            new JobChangeRefused(living.bot(), living.job(), Refusal.of(RefusalCode.LOCKED, "")));

    assertThat(text(shownAfter(click))).contains("not done").contains("being changed");
  }

  @Test
  void saysWhatToTypeWhereTheBotIsNotInItsChannel() {
    JsonNode card = list();
    CompletableFuture<Rest.Answer> click = later(() -> person.click(card, "Pause"));
    Received<ChangeJob> command = living.change();
    Refusal outside =
        new Refusal(RefusalCode.BOT_NOT_MEMBER, "/status", Map.of("channel", "c".repeat(26)));
    world
        .others()
        .say(command.requiredSaga(), new RevisionDropped(living.bot(), living.job(), outside));

    assertThat(text(shownAfter(click)))
        .contains("In ~release, type `/invite @standup`")
        .doesNotContain("c".repeat(26));
  }

  @Test
  void changesWhatIsDifferentInTheForm() {
    person.click(list(), "Edit");
    JsonNode form = person.dialog();
    Map<String, Object> values = new HashMap<>();
    form.path("elements")
        .forEach(it -> values.put(it.path("name").asString(""), it.path("default").asString("")));
    assertThat(values)
        .containsEntry("text", "Time for " + living.name())
        .containsEntry("zone", "Europe/Berlin")
        .containsEntry("short", living.reminder());
    assertThat(person.submit(form, values).at("/error")).contains("Nothing is different");

    values.put("text", "Other words");
    CompletableFuture<Rest.Answer> sent = later(() -> person.submit(form, values));
    Received<ChangeJob> command = living.change();
    assertThat(command.body().change())
        .isEqualTo(new JobChange.Edit(null, null, "Other words", null, null, null));
    assertThat(command.body().expectedRevision()).isEqualTo(1);
    living.carryOut(command, JobState.Status.ACTIVE, 3);
    assertThat(sent.join().text()).isEqualTo("{}");
    assertThat(text(person.seen().getLast())).contains("is changed");
  }

  @Test
  void addsOneMore() {
    person.click(person.type("").json(), "New reminder");
    JsonNode form = person.dialog();
    assertThat(form.path("introduction_text").asString("")).contains(living.name());
    CompletableFuture<Rest.Answer> sent =
        later(
            () ->
                person.submit(
                    form,
                    Map.of("text", "Retro", "when", "Fridays 16:00", "zone", "Europe/Berlin")));
    Received<ChangeJob> command = living.change();
    living.carryOut(command, JobState.Status.ACTIVE, 1);

    assertThat(sent.join().text()).isEqualTo("{}");
    assertThat(text(person.awaitSeen(1))).contains("**Retro** is live");
    assertThat(text(list())).contains("Retro").contains(living.reminder());
  }

  @Test
  void deletesAReminderAfterAQuestionThatNamesIt() {
    JsonNode list = list();
    JsonNode question = shownBy(() -> person.click(list, "Delete"));
    assertThat(text(question)).contains(living.name()).contains("● active");
    assertThat(Chatter.names(question))
        .containsExactly("Delete “" + living.reminder() + "”", "Keep it");

    CompletableFuture<Rest.Answer> click =
        later(() -> person.click(question, "Delete “" + living.reminder() + "”"));
    Received<DeleteJob> command = world.others().next(DeleteJob.class, living.bot());
    world.others().say(command.requiredSaga(), new JobErased(living.bot(), living.job(), false, 4));

    assertThat(text(shownAfter(click))).contains(living.reminder()).contains("is gone");
    assertThat(text(list())).contains("no reminders");
  }

  @Test
  void deletesABotAfterAQuestionThatNamesAllThatGoes() {
    JsonNode menu = person.type("").json();
    JsonNode question = shownBy(() -> person.click(menu, "Delete bot"));
    assertThat(text(question)).contains(living.name()).contains(living.reminder());
    assertThat(Chatter.names(question)).containsExactly("Delete bot and 1 reminder", "Keep it");

    CompletableFuture<Rest.Answer> click =
        later(() -> person.click(question, "Delete bot and 1 reminder"));
    Received<DeleteBot> command = world.others().next(DeleteBot.class, living.bot());
    world.others().say(command.requiredSaga(), new BotDeleted(living.bot()));

    assertThat(text(shownAfter(click))).contains(living.name()).contains("is gone");
    assertThat(text(list())).contains("no bots yet");
  }

  @Test
  void showsNobodyElsesBots() {
    Chatter other = Chatter.newcomer(world.patient());
    assertThat(text(other.type("list").json())).doesNotContain(living.name());
    assertThat(text(other.type("pause " + living.name()).json()))
        .contains("nothing that is called");
    assertThat(text(other.type("delete " + living.name()).json()))
        .contains("nothing that is called");
  }

  @Test
  void showsOthersRemindersInAChannelToBeReadOnly() {
    // In a channel of its own: of many bots only the newest are shown.
    LivingBot there = LivingBot.of(Chatter.newcomer(world.patient()).in("off-topic"));
    Chatter other = Chatter.newcomer(world.patient()).in("off-topic");
    JsonNode card = other.type("list here").json();
    assertThat(text(card))
        .contains("Others' reminders here")
        .contains("● active **" + there.reminder() + "**")
        .contains("made by @" + there.person().id());
    assertThat(Chatter.names(card)).as("nothing can be done with them").isEmpty();
    assertThat(text(other.in("town-square").type("list here").json()))
        .doesNotContain(there.reminder());
  }

  @Test
  void givesABotAnotherName() {
    String name = BffWorld.unique("Renamed");
    person.click(list(), "Rename");
    JsonNode form = person.dialog();
    assertThat(form.path("elements").path(0).path("default").asString("")).isEqualTo(living.name());
    assertThat(person.submit(form, Map.of("name", living.name())).at("/errors/name"))
        .contains("Nothing is different");

    CompletableFuture<Rest.Answer> sent = later(() -> person.submit(form, Map.of("name", name)));
    Received<RenameBot> command = world.others().next(RenameBot.class, living.bot());
    assertThat(command.body().name()).isEqualTo(name);
    world
        .others()
        .say(
            command.requiredSaga(),
            new BotRenamed(living.bot(), living.owner(), name, Script.ACCOUNT, 3));

    assertThat(sent.join().text()).isEqualTo("{}");
    assertThat(text(person.seen().getLast())).contains("is called **" + name + "** now");
    assertThat(text(list())).contains(name);
  }

  /** Where what the command can show is used up, cards stand in the direct channel. */
  @Test
  void aCardInTheDirectChannelChangesInPlace() {
    Chatter lena = new Chatter(world.hasty(), "lena");
    LivingBot hers = LivingBot.of(new Chatter(world.patient(), "lena"));
    LivingBot second = LivingBot.of(new Chatter(world.patient(), "lena"));
    JsonNode menu = lena.type("").json();
    for (int uses = 0; uses < 5; uses++) {
      assertThat(lena.click(menu, "Help").text()).isEqualTo("{}");
    }
    assertThat(lena.click(menu, "Reminders").at("/ephemeral_text")).contains("direct channel");
    Posted card = world.mattermost().posted().getLast();
    assertThat(Chatter.names(card.props())).contains(hers.name(), second.name());

    JsonNode page = updated(lena.clickAs(button(card.props(), hers.name()), card.id()));
    assertThat(page.path("message").asString("")).contains(hers.name());
    JsonNode working = updated(lena.clickAs(button(page.path("props"), "Pause"), card.id()));
    assertThat(working.path("message").asString("")).contains("working on it");
    assertThat(Chatter.buttons(working.path("props"))).isEmpty();

    hers.carryOut(hers.change(), JobState.Status.PAUSED, 3);
    JsonNode redrawn = world.screen().card(card.id());
    assertThat(redrawn.path("message").asString("")).contains("stands still");
    assertThat(Chatter.names(redrawn.path("props"))).contains("Resume");
  }

  private static JsonNode button(JsonNode props, String name) {
    return Chatter.button(props, name).path("integration");
  }

  private static JsonNode updated(Rest.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().path("update");
  }
}
