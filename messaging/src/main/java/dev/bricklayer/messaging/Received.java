package dev.bricklayer.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that arrived.
 *
 * @param messageId unique; what the inbox recognises a second delivery by
 * @param type the message's name on the wire
 * @param key the Kafka key
 * @param saga the saga's run it belongs to; absent outside sagas
 * @param causationId the message that led to it; absent when a person did
 * @param time when it was put into the sender's outbox, by the sender's clock
 * @param body the message itself
 * @param <M> its class
 */
public record Received<M>(
    UUID messageId,
    String type,
    String topic,
    String key,
    @Nullable SagaRef saga,
    @Nullable UUID causationId,
    Instant time,
    M body) {

  /**
   * The saga's run, where there must be one.
   *
   * @throws UnreadableMessageException when the message came without one: it goes to the dead
   *     letters
   */
  public SagaRef requiredSaga() {
    if (saga == null) {
      throw new UnreadableMessageException(type + " " + messageId + " names no saga");
    }
    return saga;
  }
}
