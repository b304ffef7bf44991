package dev.bricklayer.bff.deletejob;

import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.operation.Submissions;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletejob.DeleteJobSaga;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Deletes jobs, for programs and for people in Mattermost alike. */
@Component
public class JobDeletion {

  private final DeleteJobHandler handler;
  private final Submissions submissions;
  private final IdGenerator ids;

  JobDeletion(DeleteJobHandler handler, Submissions submissions, IdGenerator ids) {
    this.handler = handler;
    this.submissions = submissions;
    this.ids = ids;
  }

  /**
   * Deletes a job. The last job of a bot may go as well.
   *
   * @param expectedRevision what the wish was made for; absent when any is meant
   * @param key what a repetition of the same request is recognised by; absent when there is none
   * @return the operation once it has ended, or as it is when patience has
   * @throws dev.bricklayer.problems.Problem when the person has no such job, when it is still being
   *     created, or when it is another revision by now
   */
  public Operation delete(
      PersonId owner,
      BotId bot,
      JobId job,
      @Nullable Long expectedRevision,
      @Nullable RequestKey key,
      Patience patience) {
    NewOperation wish =
        new NewOperation(new SagaId(ids.generateId()), DeleteJobSaga.MAP, owner, bot, job, key);
    return submissions.submit(wish, () -> handler.begin(wish, expectedRevision), patience);
  }
}
