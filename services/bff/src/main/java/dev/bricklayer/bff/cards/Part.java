package dev.bricklayer.bff.cards;

import java.util.List;

/**
 * A part of a card.
 *
 * @param text Markdown; may be empty
 * @param tone how it looks
 * @param choices its buttons; may be none
 */
public record Part(String text, Tone tone, List<Choice> choices) {

  /** The bar at its left. */
  public enum Tone {
    PLAIN(""),
    GOOD("good"),
    WARNING("warning"),
    BAD("danger");

    private final String color;

    Tone(String color) {
      this.color = color;
    }

    String color() {
      return color;
    }
  }

  public Part {
    choices = List.copyOf(choices);
  }

  /** Buttons alone. */
  public static Part of(Choice... choices) {
    return new Part("", Tone.PLAIN, List.of(choices));
  }

  /** Words with buttons. */
  public static Part of(String text, List<Choice> choices) {
    return new Part(text, Tone.PLAIN, choices);
  }
}
