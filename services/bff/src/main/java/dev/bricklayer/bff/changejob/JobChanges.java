package dev.bricklayer.bff.changejob;

import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.operation.Submissions;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changejob.ChangeJobSaga;
import dev.bricklayer.contracts.changejob.JobChange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Adds and changes jobs, for programs and for people in Mattermost alike. */
@Component
public class JobChanges {

  private final ChangeJobHandler handler;
  private final Submissions submissions;
  private final IdGenerator ids;

  JobChanges(ChangeJobHandler handler, Submissions submissions, IdGenerator ids) {
    this.handler = handler;
    this.submissions = submissions;
    this.ids = ids;
  }

  /**
   * Adds a job to a bot.
   *
   * @param key what a repetition of the same request is recognised by; absent when there is none
   * @return the operation, whose job is the new one: once it has ended, or as it is when patience
   *     has
   * @throws dev.bricklayer.problems.Problem when the person has no such bot
   */
  public Operation add(
      PersonId owner, BotId bot, JobContent job, @Nullable RequestKey key, Patience patience) {
    JobId id = new JobId(ids.generateId());
    return submit(wish(owner, bot, id, key), new JobChange.Add(job), null, patience);
  }

  /**
   * Changes parts of a job, pauses or resumes it ({@link JobChange.Edit#pause()}, {@link
   * JobChange.Edit#resume()}).
   *
   * @param expectedRevision what the change was made for; absent when any is meant
   * @param key what a repetition of the same request is recognised by; absent when there is none
   * @return the operation once it has ended, or as it is when patience has
   * @throws dev.bricklayer.problems.Problem when the person has no such job
   */
  public Operation edit(
      PersonId owner,
      BotId bot,
      JobId job,
      JobChange.Edit edit,
      @Nullable Long expectedRevision,
      @Nullable RequestKey key,
      Patience patience) {
    return submit(wish(owner, bot, job, key), edit, expectedRevision, patience);
  }

  private NewOperation wish(PersonId owner, BotId bot, JobId job, @Nullable RequestKey key) {
    return new NewOperation(new SagaId(ids.generateId()), ChangeJobSaga.MAP, owner, bot, job, key);
  }

  private Operation submit(
      NewOperation wish, JobChange change, @Nullable Long expectedRevision, Patience patience) {
    return submissions.submit(wish, () -> handler.begin(wish, change, expectedRevision), patience);
  }
}
