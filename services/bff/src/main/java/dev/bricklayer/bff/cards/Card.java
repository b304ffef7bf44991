package dev.bricklayer.bff.cards;

import java.util.List;

/**
 * What is shown to one person.
 *
 * @param text Markdown
 * @param parts below it; may be none
 */
public record Card(String text, List<Part> parts) {

  public Card {
    parts = List.copyOf(parts);
  }

  /** Words with parts. */
  public static Card of(String text, Part... parts) {
    return new Card(text, List.of(parts));
  }
}
