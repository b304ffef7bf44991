package dev.bricklayer.systemtests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.systemtests.fleet.Program;
import dev.bricklayer.systemtests.launcher.RunningLauncher;
import dev.bricklayer.testkit.mattermost.Dialog;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people do inside Mattermost, through nothing but Mattermost's own API and websocket, as
 * their clients do it. Bricklayer runs as the launcher starts it for that server, with a team and a
 * bot of its own, so that another Bricklayer there is not touched.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class InsideMattermost {

  private final int portBase = RunningLauncher.freePortBase();
  private Playground playground;
  private RunningLauncher bricklayer;
  private Member lena;
  private Member bob;
  private String release;
  private int botAccounts;

  /** Where that server is. */
  abstract URI server();

  /** An access token of one of its administrators. */
  abstract String adminToken();

  /** When all of what was made there has been removed. */
  abstract void afterwards();

  @BeforeAll
  void provisionATeamOfItsOwn(@TempDir Path directory) throws Exception {
    playground = new Playground(server(), adminToken());
    lena = playground.member("lena", "en", "Europe/Berlin");
    bob = playground.member("bob", "ru", "Europe/Moscow");
    release = playground.channel("release", lena, bob);
    bricklayer =
        RunningLauncher.up(
            portBase,
            directory.resolve("data"),
            Map.of(
                "BRICKLAYER_MATTERMOST_ADMIN_TOKEN", adminToken(),
                "BRICKLAYER_MATTERMOST_BOT_TOKEN", playground.tokenOfBot("bricklayer"),
                "BRICKLAYER_REGISTRATION", "open",
                "BRICKLAYER_PROVISIONING_TEAMS", playground.teamName()),
            "--mattermost",
            server().toString());
  }

  @AfterAll
  void leaveNothingBehind() throws Exception {
    try (Playground _ = playground;
        RunningLauncher launcher = bricklayer) {
      if (launcher != null) {
        launcher.provision("--remove");
      }
    } finally {
      afterwards();
    }
  }

  @Test
  void theMenuComesInThePersonsLanguage() {
    assertThat(lena.types(release, "/bricklayer").words()).contains("What would you like to do?");
    assertThat(bob.types(release, "/bricklayer").words()).contains("Что сделаем?");
  }

  @Test
  void onlyWhoTypesSeesTheAnswer() {
    int before = bob.now();

    lena.types(release, "/bricklayer help");

    assertThat(bob.allSeenForThemselves(before)).isEmpty();
    assertThat(bob.allSeen(before, release, ""))
        .as("posts but reminders")
        .allMatch(post -> !post.note("plannedAt").isEmpty());
  }

  @Test
  void whatIsNotUnderstoodGetsTheNearestCommand() {
    assertThat(lena.types(release, "/bricklayer hepl").words()).contains("`/bricklayer help`");
    assertThat(bob.types(release, "/bricklayer спрвка").words()).contains("`/bricklayer справка`");
  }

  @Test
  void theButtonsOfTheMenuLeadOnAndBack() {
    Post menu = lena.types(release, "/bricklayer");
    Post help = lena.clicks(menu, "Help");

    assertThat(help.words()).contains("What you can type");
    assertThat(lena.clicks(help, "Menu").words()).contains("What would you like to do?");
  }

  @Test
  @Order(1)
  void aNewBotIsReadBackBeforeItIsMade() {
    Dialog form = lena.opens(lena.types(release, "/bricklayer"), "New bot");
    assertThat(form.introduction()).contains("~" + playground.name("release"));
    assertThat(form.filledIn()).containsEntry("zone", "Europe/Berlin");
    Map<String, String> typed = filledIn("standup", "* * * * *");
    int before = lena.now();

    Submission doubtful = lena.submits(form, release, typed);
    assertThat(doubtful.errorAt("when"))
        .containsIgnoringCase("every minute")
        .containsPattern("1.?440");
    assertThat(lena.submits(form, release, typed).isAccepted()).isTrue();

    assertThat(lena.seesForThemselves(before, release, "is live").words())
        .contains(playground.name("standup"))
        .contains("● active")
        .contains("Europe/Berlin");
  }

  /** Last, so that the minute passes while the other stories are told. */
  @Test
  @Order(Integer.MAX_VALUE)
  void eachReminderStandsInTheChannelOnceAndByTheBotItself() {
    Post reminder = bob.sees(0, release, textOf("standup"));

    assertThat(playground.isBot(reminder.author())).isTrue();
    assertThat(bob.allSeen(0, release, textOf("standup")))
        .extracting(post -> post.note("plannedAt"))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndCanBeMended() {
    Dialog form = lena.opens(lena.types(release, "/bricklayer"), "Bot with own token");
    Map<String, String> typed = filledIn("retro", "some day");
    typed.put("token", "x".repeat(26));

    assertThat(lena.submits(form, release, typed).errorAt("when")).isNotEmpty();
    typed.put("when", "weekdays 10:00");
    assertThat(lena.submits(form, release, typed).errorAt("token"))
        .contains("does not take this token");
    typed.put("token", tokenOfBotIn());
    assertThat(lena.submits(form, release, typed).errorAt("channel")).contains("not a member");
    typed.put("token", tokenOfBotIn(release));
    int before = lena.now();
    assertThat(lena.submits(form, release, typed).isAccepted()).isTrue();
    lena.seesForThemselves(before, release, "is live");
  }

  @Test
  void aFormThatIsSentTwiceAtOnceMakesOneBot() throws Exception {
    Member carol = playground.member("carol", "en", "Europe/London");
    String channel = playground.channel("twice", carol);
    Dialog form = carol.opens(carol.types(channel, "/bricklayer"), "New bot");
    Map<String, String> typed = filledIn("twice", "weekdays 10:00");
    int before = carol.now();

    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Submission> send = () -> carol.submits(form, channel, typed);
      for (Future<Submission> sent : hands.invokeAll(List.of(send, send))) {
        assertThat(sent.get().isAccepted()).isTrue();
      }
    }

    carol.seesForThemselves(before, channel, "is live");
    // Of two bots it would ask whose.
    assertThat(carol.types(channel, "/bricklayer list").words())
        .contains(playground.name("twice"))
        .contains("● active");
  }

  @Test
  void anothersButtonsAndFormsDoNothing() {
    Post menu = lena.types(release, "/bricklayer");
    Dialog form = lena.opens(menu, "New bot");
    int before = bob.now();

    bob.click(menu, "New bot").ok();
    Submission stolen = bob.submits(form, release, filledIn("stolen", "weekdays 10:00"));

    assertThat(bob.seesForThemselves(before, release, "").words()).contains("не вам");
    assertThat(stolen.error()).contains("не ваша");
  }

  @Test
  void aBotIsShownToItsOwnerAloneAndGoesAfterAQuestionThatNamesWhatGoes() {
    Member dima = playground.member("dima", "ru", "Europe/Moscow");
    String channel = playground.channel("leaving", dima, lena);
    Dialog form = dima.opens(dima.types(channel, "/bricklayer"), "Новый бот");
    Map<String, String> typed = filledIn("leaving", "по будням в 10:00");
    int before = dima.now();
    assertThat(dima.submits(form, channel, typed).isAccepted()).isTrue();
    dima.seesForThemselves(before, channel, "работает");
    String name = playground.name("leaving");

    assertThat(dima.types(channel, "/bricklayer список здесь").words()).contains("● активно");
    Post seenByLena = lena.types(channel, "/bricklayer list here");
    assertThat(seenByLena.words())
        .contains("None of your bots")
        .contains("made by @" + playground.name("dima"));
    assertThat(seenByLena.buttons()).isEmpty();
    assertThat(lena.types(channel, "/bricklayer delete " + name).words())
        .contains("nothing that is called");

    Post question = dima.types(channel, "/bricklayer удали " + name);
    assertThat(question.words()).contains(name).contains("● активно");
    before = dima.now();
    dima.click(question, "Удалить бота и 1 напоминание").ok();
    dima.seesForThemselves(before, channel, "удалён");
    assertThat(dima.types(channel, "/bricklayer список").words()).contains("Ботов у вас пока нет");
  }

  @Test
  void aRemindersLifeByButtonsAndForms() {
    Member erin = playground.member("erin", "en", "Europe/London");
    String channel = playground.channel("life", erin);
    makesABot(erin, channel, "life");

    Dialog form = erin.opens(erin.types(channel, "/bricklayer"), "New reminder");
    int before = erin.now();
    Map<String, String> typed = Map.of("text", "Retro!", "when", "Fridays 16:00", "short", "retro");
    assertThat(erin.submits(form, channel, typed).isAccepted()).isTrue();
    erin.seesForThemselves(before, channel, "**retro** is live");

    Dialog edit = erin.opens(rowOf(erin, channel, "retro"), "Edit");
    assertThat(edit.filledIn()).containsEntry("text", "Retro!");
    before = erin.now();
    assertThat(erin.submits(edit, channel, Map.of("when", "Fridays 17:00")).isAccepted()).isTrue();
    assertThat(erin.seesForThemselves(before, channel, "is changed").words())
        .contains("17:00")
        .contains("● active");

    before = erin.now();
    erin.click(erin.clicks(rowOf(erin, channel, "retro"), "Skip…"), "Skip ").ok();
    assertThat(erin.seesForThemselves(before, channel, "is silent").words())
        .contains("· skips Fri");
    before = erin.now();
    erin.click(rowOf(erin, channel, "retro"), "Speak again").ok();
    erin.seesForThemselves(before, channel, "by its schedule again");

    before = erin.now();
    erin.click(rowOf(erin, channel, "retro"), "Pause").ok();
    erin.seesForThemselves(before, channel, "stands still");
    before = erin.now();
    erin.click(rowOf(erin, channel, "retro"), "Resume").ok();
    erin.seesForThemselves(before, channel, "is active again");
  }

  private static Post rowOf(Member person, String channel, String reminder) {
    return person.types(channel, "/bricklayer list").part(reminder);
  }

  @Test
  void whatIsTypedDoesTheSameAndTheBotGoesAlong() {
    Member fedor = playground.member("fedor", "ru", "Europe/Moscow");
    String channel = playground.channel("typed", fedor);
    String other = playground.channel("typed-too", fedor);
    String bot = playground.name("typed");

    types(fedor, channel, "добавь " + bot + " «Пора!» по будням в 10:00", "работает");
    String where = " в ~" + playground.name("typed-too");
    types(
        fedor,
        channel,
        "добавь " + bot + " «Ретро» по пятницам в 16:00" + where,
        "**Ретро** работает");
    assertThat(playground.isIn(bot, other)).isTrue();
    types(fedor, channel, "пауза Ретро до через 30 дней", "молчит до");
    types(fedor, channel, "возобнови Ретро", "снова говорит");
    types(fedor, channel, "пауза Ретро", "молчит");
    playground.takesOut(bot, other);
    types(fedor, channel, "возобнови " + bot + "/Ретро", "снова работает");
    assertThat(playground.isIn(bot, other)).as("it has come back").isTrue();

    Post question = fedor.types(channel, "/bricklayer удали Ретро");
    int before = fedor.now();
    fedor.click(question, "Удалить «Ретро»").ok();
    fedor.seesForThemselves(before, channel, "удалено");
    await().atMost(Duration.ofSeconds(30)).until(() -> !playground.isIn(bot, other));
    assertThat(playground.isIn(bot, channel)).isTrue();
  }

  private static void types(Member person, String channel, String line, String words) {
    int before = person.now();
    person.types(channel, "/bricklayer " + line);
    person.seesForThemselves(before, channel, words);
  }

  @Test
  void twoPeopleAtOnceMakeEachTheirOwn() throws Exception {
    Member gita = playground.member("gita", "en", "Asia/Kolkata");
    Member hans = playground.member("hans", "en", "Europe/Berlin");
    String channel = playground.channel("both", gita, hans);
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Void> gitas = () -> makesABot(gita, channel, "both");
      Callable<Void> hanses = () -> makesABot(hans, channel, "both");
      for (Future<Void> made : hands.invokeAll(List.of(gitas, hanses))) {
        made.get();
      }
    }
    // Of two bots it would ask whose.
    assertThat(gita.types(channel, "/bricklayer list").words()).contains("Asia/Kolkata");
    assertThat(hans.types(channel, "/bricklayer list").words()).contains("Europe/Berlin");
  }

  @Test
  void anAccountOfTheRestCallsBecomesWhoTypedItsCodeAndSaidYes() throws Exception {
    Member ilse = playground.member("ilse", "en", "Europe/Vienna");
    String channel = playground.channel("linking", ilse);
    makesABot(ilse, channel, "linking");
    URI user = URI.create("http://127.0.0.1:" + (portBase + 1));
    URI bff = URI.create("http://127.0.0.1:" + portBase);
    Program program = Program.registered(user, playground.name("account"));
    String code =
        program.call(user, "POST", "/api/v1/users/me/links", null).body().path("code").asString();

    int before = ilse.now();
    ilse.types(channel, "/bricklayer link " + code);
    Post question = ilse.seesForThemselves(before, channel, playground.name("account"));
    before = ilse.now();
    ilse.click(question, "Yes, that is me").ok();
    ilse.seesForThemselves(before, channel, "the same person here");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(program.get(bff, "/api/v1/bots").body().toString())
                    .contains(playground.name("linking")));
  }

  private Void makesABot(Member person, String channel, String name) {
    Dialog form = person.opens(person.types(channel, "/bricklayer"), "New bot");
    int before = person.now();
    Map<String, String> typed = filledIn(name, "weekdays 10:00");
    assertThat(person.submits(form, channel, typed).isAccepted()).isTrue();
    person.seesForThemselves(before, channel, "is live");
    return null;
  }

  /** A bot account with a name of its own, a member of these channels. */
  private String tokenOfBotIn(String... channels) {
    return playground.tokenOfBot("speaker" + ++botAccounts, channels);
  }

  private Map<String, String> filledIn(String name, String when) {
    Map<String, String> form = new HashMap<>();
    form.put("name", playground.name(name));
    form.put("text", textOf(name));
    form.put("when", when);
    return form;
  }

  private String textOf(String name) {
    return "Time for **" + playground.name(name) + "**!";
  }
}
