package dev.bricklayer.messaging;

import java.time.Instant;

/**
 * A call that is to be made.
 *
 * @param call what to call
 * @param until after it the call is not tried again and the intent is dropped ({@link
 *     CallingReaction#expired}): whoever owns a saga's deadline ends the saga
 * @param <C> the class of the call
 */
public record Intent<C>(C call, Instant until) {}
