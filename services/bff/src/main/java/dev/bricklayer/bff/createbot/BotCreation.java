package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.operation.Submissions;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Creates bots, for programs and for people in Mattermost alike. */
@Component
public class BotCreation {

  private final CreateBotHandler handler;
  private final Submissions submissions;
  private final IdGenerator ids;

  BotCreation(CreateBotHandler handler, Submissions submissions, IdGenerator ids) {
    this.handler = handler;
    this.submissions = submissions;
    this.ids = ids;
  }

  /**
   * Creates a bot together with its first job.
   *
   * @param key what a repetition of the same request is recognised by; absent when there is none
   * @return the operation once it has ended, or as it is when patience has
   */
  public Operation create(
      PersonId owner, CreateBotRequest request, @Nullable RequestKey key, Patience patience) {
    NewOperation wish =
        new NewOperation(
            new SagaId(ids.generateId()),
            CreateBotSaga.MAP,
            owner,
            new BotId(ids.generateId()),
            null,
            key);
    return submissions.submit(wish, () -> handler.begin(wish, request), patience);
  }
}
