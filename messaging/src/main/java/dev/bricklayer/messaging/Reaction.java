package dev.bricklayer.messaging;

/**
 * What a service does about one kind of message, in one transaction: inbox row, state, outbox rows.
 * It takes effect exactly once per message, however often Kafka delivers it: of a second delivery
 * everything is rolled back. A service has one reaction per kind of message. A reaction is a Spring
 * bean.
 *
 * <p>An exception rolls everything back. What may pass (a database away, a lost race) is tried
 * again while the partition waits; {@link UnreadableMessageException} and what still fails after
 * some tries goes to the dead letters with its error, and the partition moves on.
 *
 * @param <M> the message's class
 */
public interface Reaction<M> {

  /** The message it reacts to. */
  Class<M> reactsTo();

  /** Reads and writes rows, decides, sends. Never calls the outside. */
  void react(Received<M> message, Outgoing out);
}
