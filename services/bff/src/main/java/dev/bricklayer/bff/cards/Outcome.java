package dev.bricklayer.bff.cards;

/** What comes of something that a person did. */
public sealed interface Outcome {

  /** They see this. */
  record Show(Card card) implements Outcome {}
}
