package dev.bricklayer.bff.forms;

import dev.bricklayer.bff.cards.Card;
import java.util.Map;

/** What became of a form that was sent. */
public sealed interface Sent {

  /**
   * It was taken, and is closed.
   *
   * @param card what the person sees instead
   */
  record Taken(Card card) implements Sent {}

  /**
   * It stays open once: the same values again are taken.
   *
   * @param field where the person said it
   * @param words how it was understood
   */
  record Doubtful(String field, String words) implements Sent {}

  /**
   * It stays open.
   *
   * @param error about the whole; may be empty
   * @param errors about single fields, by their names
   */
  record Wrong(String error, Map<String, String> errors) implements Sent {

    public Wrong {
      errors = Map.copyOf(errors);
    }
  }
}
