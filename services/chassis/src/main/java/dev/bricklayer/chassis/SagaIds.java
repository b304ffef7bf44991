package dev.bricklayer.chassis;

import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.messaging.Received;

/** Between the words of messaging, which knows no contract, and those of the contracts. */
public final class SagaIds {

  private SagaIds() {}

  /**
   * The saga that a message belongs to, where there must be one.
   *
   * @throws dev.bricklayer.messaging.UnreadableMessageException when the message came without one
   */
  public static SagaId of(Received<?> message) {
    return new SagaId(message.requiredSaga().id());
  }
}
