package dev.bricklayer.bff.cards;

import dev.bricklayer.bff.intent.Form;
import java.util.UUID;

/** What comes of something that a person did. */
public sealed interface Outcome {

  /** They see this. */
  record Show(Card card) implements Outcome {}

  /** They get this form, empty. */
  record Open(Form form) implements Outcome {}

  /** They get the form back that they filled in before. */
  record Reopen(UUID draft) implements Outcome {}
}
