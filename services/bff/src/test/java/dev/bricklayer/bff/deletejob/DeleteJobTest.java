package dev.bricklayer.bff.deletejob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Bodies;
import dev.bricklayer.bff.world.Person;
import dev.bricklayer.bff.world.Rest;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.deletejob.JobErased;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.messaging.Received;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The call that deletes a job, over HTTP, with all that is behind it. */
class DeleteJobTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final BffWorld world = BffWorld.shared();
  private final Person lena = Person.named("lena");
  private final Rest rest = world.at(world.patient(), lena).in("en");
  private final Rest hasty = world.at(world.hasty(), lena).in("en");
  private String bot;
  private String job;
  private BotId botId;
  private Job first;

  @BeforeEach
  void aBotLives() {
    String name = BffWorld.unique("losing");
    Rest.Answer created = rest.post("/api/v1/bots", Bodies.bot(name).json());
    CreateBot command = world.others().command(name).body();
    botId = command.botId();
    first = command.firstJob();
    bot = created.header("Location");
    job = bot + "/jobs/" + first.id();
  }

  @Test
  void answersWithoutABodyOnceTheJobIsGone() {
    CompletableFuture<Rest.Answer> answer = CompletableFuture.supplyAsync(() -> rest.delete(job));
    Received<DeleteJob> command = command();
    assertThat(command.body().jobId()).isEqualTo(first.id());
    say(command, erased());

    assertThat(answer.join().status()).isEqualTo(204);
    assertThat(rest.get(job).status()).isEqualTo(404);
    assertThat(rest.get(bot).json().at("/jobs")).isEmpty();
    assertThat(rest.delete(job).status()).isEqualTo(404);
  }

  @Test
  void isAskedForAgainAfterItsDeadlineAndStaysDeletedWhateverComesLate() {
    Rest.Answer answer = hasty.delete(job);
    assertThat(answer.status()).isEqualTo(202);
    Received<DeleteJob> command = command();
    world
        .database()
        .sql("update operation set look_at = now(), deadline_at = now() where operation_id = :id")
        .param("id", UUID.fromString(answer.at("/id")))
        .update();

    Received<DeleteJob> again = command();
    assertThat(again.body()).isEqualTo(command.body());
    assertThat(again.requiredSaga()).isEqualTo(command.requiredSaga());
    assertThat(rest.get(answer.header("Location")).json().has("beingUndone")).isFalse();

    say(command, erased(), erased());
    await()
        .atMost(LONG)
        .until(() -> rest.get(answer.header("Location")).at("/status").equals("DONE"));
    world.others().say(new JobState(first.id(), botId, first, JobState.Status.ACTIVE, 2));
    assertThat(rest.get(job).status()).isEqualTo(404);
  }

  @Test
  void aRepetitionUnderItsKeyHearsHowTheFirstOneEnded() {
    Rest keyed = rest.with("Idempotency-Key", UUID.randomUUID().toString());
    CompletableFuture<Rest.Answer> answer = CompletableFuture.supplyAsync(() -> keyed.delete(job));
    say(command(), erased());

    assertThat(answer.join().status()).isEqualTo(204);
    assertThat(keyed.delete(job).status()).isEqualTo(204);
  }

  @Test
  void oneOfTheRevisionsThatWereSeenIsDeleted() {
    assertThat(hasty.with("If-Match", "\"7\", \"1\"").delete(job).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "W/\"1\"", "\"yesterday's\""})
  void anotherRevisionThanTheOneThatWasSeenStays(String ifMatch) {
    Rest.Answer answer = rest.with("If-Match", ifMatch).delete(job);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("/code")).isEqualTo("version-conflict");
  }

  @Test
  void whatIsBeingAddedIsLocked() {
    JobId added = new JobId(UUID.randomUUID());
    Job pending = new Job(added, 1, first.content());
    world.others().say(new JobState(added, botId, pending, JobState.Status.PENDING, 1));
    String address = bot + "/jobs/" + added;
    await().atMost(LONG).until(() -> rest.get(address).at("/status").equals("PENDING"));

    Rest.Answer answer = rest.delete(address);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("/code")).isEqualTo("locked");
  }

  private Received<DeleteJob> command() {
    return world.others().next(DeleteJob.class, botId);
  }

  private JobErased erased() {
    return new JobErased(botId, first.id(), false, 3);
  }

  private void say(Received<DeleteJob> command, Object... messages) {
    world.others().say(command.requiredSaga(), messages);
  }
}
