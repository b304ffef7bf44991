package dev.bricklayer.bff.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.LivingBot;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.deletebot.BotDeleted;
import dev.bricklayer.contracts.deletebot.DeleteBot;
import dev.bricklayer.messaging.Received;
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
    assertThat(Chatter.names(list())).containsExactly("Delete bot", "Menu");
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
    assertThat(text(other.type("delete " + living.name()).json())).contains("not there any more");
    assertThat(text(other.type("list here").json())).doesNotContain(living.name());
  }
}
