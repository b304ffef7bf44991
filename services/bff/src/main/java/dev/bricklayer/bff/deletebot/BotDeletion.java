package dev.bricklayer.bff.deletebot;

import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.operation.Submissions;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.DeleteBotSaga;
import dev.bricklayer.problems.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Deletes bots, for programs and for people in Mattermost alike. */
@Component
public class BotDeletion {

  private final DeleteBotHandler handler;
  private final Submissions submissions;
  private final IdGenerator ids;

  BotDeletion(DeleteBotHandler handler, Submissions submissions, IdGenerator ids) {
    this.handler = handler;
    this.submissions = submissions;
    this.ids = ids;
  }

  /**
   * Deletes a bot with all its jobs. What is being sent at this moment may still end, which can
   * take a minute.
   *
   * @param seen what the wish was made for
   * @param key what a repetition of the same request is recognised by; absent when there is none
   * @return the operation once it has ended, or as it is when patience has
   * @throws dev.bricklayer.problems.Problem when the person has no such bot
   */
  public Operation delete(
      PersonId person, BotId bot, IfMatch seen, @Nullable RequestKey key, Patience patience) {
    NewOperation wish =
        new NewOperation(new SagaId(ids.generateId()), DeleteBotSaga.MAP, person, bot, null, key);
    return submissions.submit(wish, () -> handler.begin(wish, seen), patience);
  }
}
