package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is to begin.
 *
 * @param requestKey what a repetition of the same request is recognised by; absent when the caller
 *     named nothing
 */
public record NewOperation(
    SagaId id, String saga, PersonId person, BotId bot, @Nullable RequestKey requestKey) {}
