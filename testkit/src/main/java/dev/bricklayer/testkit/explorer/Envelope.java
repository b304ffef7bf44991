package dev.bricklayer.testkit.explorer;

import dev.bricklayer.contracts.Message;

/**
 * A message with what tells it from an equal one: the inbox knows it by this.
 *
 * @param message the message
 * @param copy 1 for the first message of this content, 2 for the next
 */
public record Envelope(Message message, int copy) {

  @Override
  public String toString() {
    String name = message.getClass().getSimpleName();
    return copy == 1 ? name : name + " (no. " + copy + ")";
  }
}
