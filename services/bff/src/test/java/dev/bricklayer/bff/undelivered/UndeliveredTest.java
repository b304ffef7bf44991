package dev.bricklayer.bff.undelivered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.people.Habits;
import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.LivingBot;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.changecredentials.ChangeCredentials;
import dev.bricklayer.contracts.changecredentials.CredentialsRefused;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.reminder.BotSilenced;
import dev.bricklayer.contracts.reminder.JobSilenced;
import dev.bricklayer.contracts.reminder.MentionsChecked;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.LinkedIdentity;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.simulator.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever owns what was not delivered hears it, gets the text back, and can start it again. */
class UndeliveredTest {

  private static final Instant NINE = Instant.parse("2026-12-01T08:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BffWorld world = BffWorld.shared();
  private final Chatter lena = new Chatter(world.patient(), "lena");
  private final LivingBot living = LivingBot.of(lena);

  @Test
  void theReasonAndTheWholeTextComeToTheOwnerWithAButtonThatStartsItAgain() {
    world
        .others()
        .say(
            stopped(RefusalCode.CHANNEL_ARCHIVED),
            undelivered(RefusalCode.CHANNEL_ARCHIVED, "Time for it, @all!"));
    awaitStopped();

    Posted card = told("/" + living.reminder() + "** of Tue 1 Dec");

    assertThat(card.message())
        .contains("was not posted")
        .contains("archived")
        .endsWith("\n\nTime for it, @all!");
    JsonNode resume = button(card, "Resume");
    assertThat(resume.isMissingNode()).isFalse();
    var click = CompletableFuture.supplyAsync(() -> click(resume, card));
    var command = world.others().next(ChangeJob.class, living.bot());
    assertThat(command.body().change()).isEqualTo(JobChange.Edit.resume());
    living.carryOut(command, JobState.Status.ACTIVE, 3);
    assertThat(click.join()).contains("active");
  }

  @Test
  void aTextThatFitsInNoPostComesInSeveralAndNothingIsCut() {
    String text =
        IntStream.range(0, 3_000)
            .mapToObj(number -> living.name() + "-" + number)
            .collect(Collectors.joining(" "));
    String most = text.substring(0, 16_000);
    world.others().say(undelivered(RefusalCode.CHANNEL_ARCHIVED, most));

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(afterHeading()).isEqualTo(most));
  }

  /** What was posted to lena that is made of this bot's text. */
  private String afterHeading() {
    return direct().stream()
        .map(Posted::message)
        .filter(message -> message.contains(living.name() + "-"))
        .collect(Collectors.joining());
  }

  @Test
  void whatMayStandThereIsNotPostedAgainAndSaidSo() {
    world
        .others()
        .say(
            new ReminderUndeliverable(
                living.bot(),
                living.job(),
                UUID.randomUUID(),
                NINE,
                NINE,
                true,
                null,
                "the channel cannot be read: 403",
                "c".repeat(26),
                "Time for it",
                false));
    assertThat(told("/" + living.reminder() + "** of Tue 1 Dec").message())
        .contains("may not have been posted")
        .contains("the channel cannot be read: 403")
        .endsWith("Time for it");
  }

  @Test
  void whatWasFoundOutAheadIsSaidBeforeAnythingIsLost() {
    world
        .others()
        .say(new JobSilenced(living.bot(), living.job(), RefusalCode.BOT_NOT_MEMBER, NINE));
    Posted card = told("/" + living.reminder() + "** could not be posted any more");
    assertThat(card.message()).contains("/invite");
    assertThat(button(card, "Resume").isMissingNode()).isFalse();
  }

  @Test
  void aMentionThatNotifiesNobodyIsSaidAndShown() {
    world.others().say(new MentionsChecked(living.bot(), living.job(), 1, true, NINE));
    Posted card = told("/" + living.reminder() + "** will be posted in ~release");
    assertThat(card.message()).contains("notify nobody").contains("use_channel_mentions");
    assertThat(button(card, "Edit").isMissingNode()).isFalse();
    await().atMost(PATIENCE).until(() -> warnings().contains("mention-muted"));

    world.others().say(new MentionsChecked(living.bot(), living.job(), 1, false, NINE));
    await().atMost(PATIENCE).until(() -> !warnings().contains("mention-muted"));
  }

  /** What is odd about the reminder, as whoever reads it sees. */
  private String warnings() {
    return world
        .patient()
        .getBean(Bots.class)
        .findJob(living.bot(), living.job(), living.owner(), Locale.ENGLISH)
        .map(job -> String.valueOf(job.warnings()))
        .orElseThrow();
  }

  @Test
  void aBotWhoseTokenIsNotTakenGetsANewOneByAButtonAndAForm() {
    world.others().say(silenced(BotSilenced.Voice.OWN_TOKEN));
    Posted card = told("The bot **" + living.name() + "** stands still");

    click(button(card, "New token"), card);
    JsonNode form = lena.dialog();
    assertThat(lena.submit(form, Map.of("token", "no token")).text()).contains("token");
    var sent =
        CompletableFuture.supplyAsync(
            () -> lena.submit(form, Map.of("token", world.mattermost().demo().botToken())));

    var command = world.others().next(ChangeCredentials.class, living.bot());
    assertThat(world.opener().open(command.body().credentials().token(), living.bot()))
        .isEqualTo(world.mattermost().demo().botToken());
    world
        .others()
        .say(
            command.requiredSaga(),
            new CredentialsRefused(
                living.bot(), Refusal.of(RefusalCode.TOKEN_INVALID, "/credentials/token")));
    assertThat(sent.join().text()).as("a refusal stands at its field").contains("token");
  }

  @Test
  void ofBricklayersOwnTokenAdministratorsHear() {
    Person root = new Person(new PersonId(UUID.randomUUID()), "second");
    String admin = world.mattermost().demo().userId("admin");
    world.linked(
        root, 1, new LinkedIdentity(new PersonId(UUID.randomUUID()), admin, "admin", NINE));

    world.others().say(silenced(BotSilenced.Voice.SHARED));

    assertThat(told("my own token").message()).contains("./bricklayer provision");
  }

  @Test
  void whoIsNobodyInMattermostIsNotWaitedFor() {
    LivingBot strangers = LivingBot.make();
    world
        .database()
        .sql("delete from mattermost_identity where person_id = :person")
        .param("person", strangers.owner().value())
        .update();
    world
        .others()
        .say(new JobSilenced(strangers.bot(), strangers.job(), RefusalCode.CHANNEL_ARCHIVED, NINE));
    world
        .others()
        .say(new JobSilenced(living.bot(), living.job(), RefusalCode.CHANNEL_ARCHIVED, NINE));
    told("/" + living.reminder() + "** could not be posted any more");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                world
                    .database()
                    .sql("select count(*) from owner_word where word::text like :bot")
                    .param("bot", "%" + strangers.bot() + "%")
                    .query(Long.class)
                    .single(),
            count -> count == 0);
  }

  @Test
  void speaksTheOwnersLanguage() {
    WordCards cards = world.patient().getBean(WordCards.class);
    List<Card> russian =
        cards.undelivered(
            undelivered(RefusalCode.CHANNEL_ARCHIVED, "Пора"),
            living.owner(),
            new Habits(Locale.of("ru"), null));
    assertThat(russian.getFirst().text()).contains("не отправлено").endsWith("Пора");
  }

  @Test
  void aTestThatFailsStopsNoReminder() {
    world.others().say(undelivered(RefusalCode.DEADLINE, "A test of mine", true));

    Posted card = told("A test of mine");

    assertThat(card.message()).contains("took too long").doesNotContain("stands still");
    assertThat(button(card, "Resume").isMissingNode()).isTrue();
  }

  private ReminderUndeliverable undelivered(@Nullable RefusalCode code, String text) {
    return undelivered(code, text, false);
  }

  private ReminderUndeliverable undelivered(
      @Nullable RefusalCode code, String text, boolean manual) {
    return new ReminderUndeliverable(
        living.bot(),
        living.job(),
        UUID.randomUUID(),
        NINE,
        NINE.plusSeconds(1),
        false,
        code,
        "400 api.post.create_post.can_not_post_to_deleted.error",
        "c".repeat(26),
        text,
        manual);
  }

  private RunState stopped(RefusalCode code) {
    return new RunState(living.job(), living.bot(), 1, RunState.Status.STOPPED, code, null, 2);
  }

  private void awaitStopped() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                world
                    .database()
                    .sql("select count(*) from run where job_id = :job and status = 'STOPPED'")
                    .param("job", living.job().value())
                    .query(Long.class)
                    .single(),
            count -> count == 1);
  }

  private BotSilenced silenced(BotSilenced.Voice voice) {
    return new BotSilenced(living.bot(), RefusalCode.TOKEN_INVALID, voice, NINE);
  }

  private Posted told(String part) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> direct().stream().filter(post -> post.message().contains(part)).toList(),
            posts -> !posts.isEmpty())
        .getFirst();
  }

  /** What Bricklayer's bot wrote, in the order in which it did. */
  private List<Posted> direct() {
    return world.mattermost().posted();
  }

  private static JsonNode button(Posted card, String name) {
    for (JsonNode part : card.props().path("attachments")) {
      for (JsonNode action : part.path("actions")) {
        if (action.path("name").asString("").equals(name)) {
          return action;
        }
      }
    }
    return card.props().path("no such button");
  }

  private String click(JsonNode button, Posted card) {
    return lena.clickAs(button.path("integration"), card.id()).text();
  }
}
