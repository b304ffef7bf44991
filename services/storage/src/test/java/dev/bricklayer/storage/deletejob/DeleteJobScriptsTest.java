package dev.bricklayer.storage.deletejob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.changejob.JobChange.Edit;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.deletejob.DeleteJobSaga;
import dev.bricklayer.contracts.state.JobState.Status;
import dev.bricklayer.storage.StorageUnderTest;
import dev.bricklayer.testkit.changejob.ChangeJobExample;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.SagaScript;
import org.junit.jupiter.api.Test;

/** Storage's row of {@code docs/sagas/delete-job.md}: taken, taken twice, and for nothing. */
class DeleteJobScriptsTest {

  private final StorageUnderTest storage = StorageUnderTest.shared();
  private final CreateBotExample bot = CreateBotExample.fresh();
  private final SagaScript saga = storage.script().run(DeleteJobSaga.MAP);
  private final ChangeJobExample job = ChangeJobExample.of(bot, Edit.pause());

  @Test
  void erasesTheJobAndSaysSoAgainWhenItIsAskedAgain() {
    storage.script().run(CreateBotSaga.MAP).given(bot.botReserved(), bot.jobPlanned());
    saga.when(job.jobUnplanned())
        .then(job.jobErased(3), bot.jobState(Status.DELETED, 3))
        .whenDeliveredAgain()
        .thenNothing()
        .whenSaidAgain()
        .then(job.jobErased(3));
    assertThat(storage.script().rowsNaming(job.job()))
        .containsOnlyKeys("public.job_tombstone", "messaging.outbox_message");
  }

  @Test
  void saysThatAJobItNeverHeardOfIsGone() {
    saga.when(job.jobUnplanned()).then(job.jobErased(0));
  }
}
