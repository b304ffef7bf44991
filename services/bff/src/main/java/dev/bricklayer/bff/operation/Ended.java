package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.SagaId;

/**
 * An operation has ended, and the transaction that ended it is committed. Said once, in the copy
 * that did it; a copy that dies just then says nothing.
 */
public record Ended(SagaId id) {}
