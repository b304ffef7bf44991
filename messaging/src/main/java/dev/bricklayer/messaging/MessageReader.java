package dev.bricklayer.messaging;

import java.util.Collection;

/** Reads what came: headers, key, JSON. */
final class MessageReader {

  private final MessageJson json;

  MessageReader(MessageJson json) {
    this.json = json;
  }

  /** What can be done before the first message of these classes comes. */
  void prepareFor(Collection<Class<?>> types) {
    types.forEach(json::prepareFor);
  }

  /**
   * Reads it as a message of this class.
   *
   * @throws UnreadableMessageException when it is not one
   */
  <M> Received<M> read(Incoming incoming, Class<M> type) {
    Envelope envelope = EnvelopeHeaders.read(incoming.headers());
    if (incoming.key() == null) {
      throw new UnreadableMessageException(envelope.type() + " came without a key");
    }
    return new Received<>(
        envelope.id(),
        envelope.type(),
        incoming.topic(),
        incoming.key(),
        envelope.saga(),
        envelope.causationId(),
        envelope.time(),
        json.read(incoming.payload(), type));
  }
}
