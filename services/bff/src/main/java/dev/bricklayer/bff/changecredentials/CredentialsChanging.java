package dev.bricklayer.bff.changecredentials;

import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.operation.Submissions;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changecredentials.ChangeCredentialsSaga;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.sealing.TokenSealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Gives bots new credentials, for programs and for people in Mattermost alike. */
@Component
public class CredentialsChanging {

  private final ChangeCredentialsHandler handler;
  private final Submissions submissions;
  private final TokenSealer sealer;
  private final IdGenerator ids;

  CredentialsChanging(
      ChangeCredentialsHandler handler,
      Submissions submissions,
      TokenSealer sealer,
      IdGenerator ids) {
    this.handler = handler;
    this.submissions = submissions;
    this.sealer = sealer;
    this.ids = ids;
  }

  /**
   * Gives a bot that speaks with an own token another one.
   *
   * @param token in clear: sealed before anything else happens, kept nowhere
   * @see #change(PersonId, BotId, Credentials, IfMatch, RequestKey, Patience)
   */
  public Operation change(
      PersonId person,
      BotId bot,
      String token,
      IfMatch seen,
      @Nullable RequestKey key,
      Patience patience) {
    return change(
        person, bot, new Credentials.OwnToken(sealer.seal(token, bot)), seen, key, patience);
  }

  /**
   * Gives a bot other credentials of the kind it has. The old ones stay in use until every channel
   * of its jobs has been found open to the new ones.
   *
   * @param fresh sealed for this bot
   * @param seen what the wish was made for
   * @param key what a repetition of the same request is recognised by; absent when there is none
   * @return the operation once it has ended, or as it is when patience has
   * @throws dev.bricklayer.problems.Problem when the person has no such bot
   */
  public Operation change(
      PersonId person,
      BotId bot,
      Credentials fresh,
      IfMatch seen,
      @Nullable RequestKey key,
      Patience patience) {
    NewOperation wish = wish(new SagaId(ids.generateId()), person, bot, key);
    return submissions.submit(wish, () -> handler.begin(wish, fresh, seen), patience);
  }

  /**
   * Begins the same in the caller's transaction, for whoever does not wait for its end.
   *
   * @throws dev.bricklayer.problems.Problem when the person has no such bot
   */
  public void begin(SagaId run, PersonId person, BotId bot, Credentials fresh) {
    handler.begin(wish(run, person, bot, null), fresh, IfMatch.of(null));
  }

  private static NewOperation wish(
      SagaId run, PersonId person, BotId bot, @Nullable RequestKey key) {
    return new NewOperation(run, ChangeCredentialsSaga.MAP, person, bot, null, key);
  }
}
