package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.saga.SagaMap;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is to begin.
 *
 * @param aboutBot what it is about; absent when it is about the person
 * @param job the job of that bot it is about; absent when it is about the bot
 * @param requestKey what a repetition of the same request is recognised by; absent when the caller
 *     named nothing
 */
public record NewOperation(
    SagaId id,
    SagaMap saga,
    PersonId person,
    @Nullable BotId aboutBot,
    @Nullable JobId job,
    @Nullable RequestKey requestKey) {

  /** An operation about nobody but who asks. */
  public static NewOperation aboutPerson(SagaId id, SagaMap saga, PersonId person) {
    return new NewOperation(id, saga, person, null, null, null);
  }
}
