package dev.bricklayer.bff.renamebot;

import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.operation.Submissions;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.renamebot.RenameBotSaga;
import dev.bricklayer.problems.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Renames bots, for programs and for people in Mattermost alike. */
@Component
public class BotRenaming {

  private final RenameBotHandler handler;
  private final Submissions submissions;
  private final IdGenerator ids;

  BotRenaming(RenameBotHandler handler, Submissions submissions, IdGenerator ids) {
    this.handler = handler;
    this.submissions = submissions;
    this.ids = ids;
  }

  /**
   * Gives a bot another name.
   *
   * @param name as {@code JobReader.name} takes it
   * @param seen what the wish was made for
   * @param key what a repetition of the same request is recognised by; absent when there is none
   * @return the operation once it has ended, or as it is when patience has
   * @throws dev.bricklayer.problems.Problem when the person has no such bot
   */
  public Operation rename(
      PersonId person,
      BotId bot,
      String name,
      IfMatch seen,
      @Nullable RequestKey key,
      Patience patience) {
    NewOperation wish =
        new NewOperation(new SagaId(ids.generateId()), RenameBotSaga.MAP, person, bot, null, key);
    return submissions.submit(wish, () -> handler.begin(wish, name, seen), patience);
  }
}
