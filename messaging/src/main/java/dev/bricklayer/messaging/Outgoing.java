package dev.bricklayer.messaging;

/** Takes the messages of one transaction. They leave if and only if it commits. */
public interface Outgoing {

  /**
   * Puts a message into the outbox. Messages of one key leave in the order in which they were put
   * in, as long as the caller holds that aggregate's row lock while it does.
   *
   * @param message a message of the catalogue
   * @throws IllegalStateException when no transaction is running
   */
  void send(Object message);
}
