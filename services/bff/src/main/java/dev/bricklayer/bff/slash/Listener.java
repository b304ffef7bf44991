package dev.bricklayer.bff.slash;

import java.util.Optional;

/** Understands what was typed. */
final class Listener {

  /** A longer first word is no misspelt command, and is not quoted back whole. */
  private static final int LONGEST_WORD = 30;

  private Listener() {}

  static Utterance understand(String text) {
    String typed = text.strip();
    if (typed.isEmpty()) {
      return new Utterance.Menu();
    }
    // What is quoted back must not end the quotation.
    String word = typed.split("\\s+", 2)[0].replace("`", "");
    return Verb.of(word).map(Listener::meant).orElseGet(() -> unknown(word));
  }

  private static Utterance meant(Verb verb) {
    return switch (verb) {
      case MENU -> new Utterance.Menu();
      case HELP -> new Utterance.Help();
    };
  }

  private static Utterance unknown(String word) {
    return word.length() > LONGEST_WORD
        ? new Utterance.Unknown(word.substring(0, LONGEST_WORD) + "…", Optional.empty())
        : new Utterance.Unknown(word, Verb.nearestTo(word));
  }
}
