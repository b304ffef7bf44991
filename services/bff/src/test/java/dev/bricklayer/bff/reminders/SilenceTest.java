package dev.bricklayer.bff.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.world.Chatter;
import dev.bricklayer.bff.world.LivingBot;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.messaging.Received;
import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A reminder leaves out its next run, or is silent for a while, and goes on by itself. */
class SilenceTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final LivingBot living = LivingBot.make();
  private final Chatter person = living.person();

  private JsonNode row() {
    return person.type("list").json();
  }

  private JsonNode choice() {
    JsonNode row = row();
    person.click(row, "Skip…");
    return person.awaitSeen(1);
  }

  private static CompletableFuture<Rest.Answer> later(Supplier<Rest.Answer> call) {
    return CompletableFuture.supplyAsync(call);
  }

  private static String first(JsonNode card, String beginning) {
    return Chatter.names(card).stream()
        .filter(name -> name.startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + beginning + "… on " + card));
  }

  private static String text(JsonNode card) {
    StringBuilder all = new StringBuilder(card.path("text").asString(""));
    card.path("attachments")
        .forEach(part -> all.append('\n').append(part.path("text").asString("")));
    return all.toString();
  }

  private static Instant nextRun() {
    return Schedule.of(ScheduleSpec.ofCron("0 10 * * MON-FRI", "Europe/Berlin"))
        .nextAfter(Instant.now())
        .orElseThrow();
  }

  private String shownAfter(CompletableFuture<Rest.Answer> click) {
    assertThat(click.join().status()).isEqualTo(200);
    return text(person.seen().getLast());
  }

  @Test
  void offersTheNextRunAndSomeDaysAndAForm() {
    JsonNode choice = choice();
    assertThat(text(choice)).contains("leave out").contains(living.reminder());
    List<String> names = Chatter.names(choice);
    assertThat(names.getFirst()).startsWith("Skip ").endsWith("10:00");
    assertThat(names).contains("Silent until…", "Keep it").doesNotContain("Speak again");
  }

  @Test
  void skipsTheNextRunAndSpeaksAgain() {
    JsonNode choice = choice();
    String skip = first(choice, "Skip ");
    CompletableFuture<Rest.Answer> skipping = later(() -> person.click(choice, skip));
    Received<ChangeJob> command = living.change();
    assertThat(command.body().change())
        .isEqualTo(JobChange.Edit.silentUntil(nextRun().plusSeconds(1)));
    assertThat(command.body().expectedRevision()).isEqualTo(1);
    living.carryOut(command, JobState.Status.ACTIVE, 3);
    assertThat(shownAfter(skipping)).contains("silent for a while").contains("· skips ");

    person.click(choice, skip);
    assertThat(text(person.seen().getLast())).as("an old button").contains("like that already");

    JsonNode silent = row();
    assertThat(Chatter.names(silent)).contains("Speak again", "Skip…");
    CompletableFuture<Rest.Answer> speaking = later(() -> person.click(silent, "Speak again"));
    Received<ChangeJob> back = living.change();
    assertThat(back.body().change()).isEqualTo(JobChange.Edit.silentUntil(JobChange.Edit.AT_ONCE));
    living.carryOut(back, JobState.Status.ACTIVE, 4);
    assertThat(shownAfter(speaking)).contains("speaks by its schedule again");
  }

  @Test
  void saysInItsFormWhatIsWrongAndUntilWhenItIsSilent() {
    person.click(choice(), "Silent until…");
    JsonNode form = person.dialog();
    assertThat(form.path("introduction_text").asString(""))
        .contains(living.reminder())
        .contains("Europe/Berlin");

    assertThat(person.submit(form, Map.of()).at("/errors/until")).contains("tomorrow 15:00");
    assertThat(person.submit(form, Map.of("until", "every day")).at("/errors/until"))
        .contains("one point in time");
    assertThat(person.submit(form, Map.of("until", "in 3 years")).at("/errors/until"))
        .contains("A year is the longest");
    String atTheNext = nextRun().atZone(BERLIN).toLocalDateTime().toString().replace('T', ' ');
    assertThat(person.submit(form, Map.of("until", atTheNext)).at("/errors/until"))
        .contains("Nothing would be left out");

    Instant later = nextRun().plus(21, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
    String day = later.atZone(BERLIN).toLocalDate().toString();
    CompletableFuture<Rest.Answer> sent = later(() -> person.submit(form, Map.of("until", day)));
    Received<ChangeJob> command = living.change();
    assertThat(command.body().change())
        .isEqualTo(
            JobChange.Edit.silentUntil(
                later.atZone(BERLIN).toLocalDate().atStartOfDay(BERLIN).toInstant()));
    living.carryOut(command, JobState.Status.ACTIVE, 3);
    assertThat(sent.join().text()).isEqualTo("{}");
    assertThat(text(person.seen().getLast())).contains("· silent until ").contains(" 00:00");
  }

  @Test
  void typedItDoesTheSame() {
    assertThat(text(person.type("skip " + living.name()).json())).contains("working on it");
    Received<ChangeJob> skip = living.change();
    living.carryOut(skip, JobState.Status.ACTIVE, 3);
    assertThat(text(person.awaitSeen(1))).contains("· skips ");

    person.type("resume " + living.name());
    Received<ChangeJob> resume = living.change();
    assertThat(resume.body().change())
        .isEqualTo(JobChange.Edit.silentUntil(JobChange.Edit.AT_ONCE));
    living.carryOut(resume, JobState.Status.PAUSED, 4);
    person.awaitSeen(1);

    person.type("pause " + living.name() + " until in 9 days");
    JobChange.Edit pause = (JobChange.Edit) living.change().body().change();
    assertThat(pause.status()).as("it goes on then").isEqualTo(JobChange.Wanted.ACTIVE);
    assertThat(pause.notBefore()).isAfter(Instant.now().plus(8, ChronoUnit.DAYS));
  }

  @Test
  void whatIsTypedAndNotUnderstoodIsKeptForTheForm() {
    JsonNode answer = person.type("pause " + living.name() + " until the cows come home").json();
    assertThat(text(answer)).contains("Not saved yet").contains("tomorrow 15:00");

    person.click(answer, "Open as a form");
    assertThat(person.dialog().path("elements").path(0).path("default").asString(""))
        .isEqualTo("the cows come home");

    person.type("pause " + living.name() + " until");
    assertThat(person.dialog().path("title").asString("")).isEqualTo("Silent until when");
  }
}
