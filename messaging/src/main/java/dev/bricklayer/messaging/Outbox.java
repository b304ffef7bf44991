package dev.bricklayer.messaging;

/**
 * Where messages begin that no other message led to. Reactions do not need it: they are handed an
 * {@link Outgoing} that continues the saga of the message they react to.
 */
public interface Outbox {

  /** Messages sent through the result belong to this saga's run. */
  Outgoing inSaga(SagaRef saga);

  /** Messages sent through the result belong to no saga. */
  Outgoing outsideSagas();
}
