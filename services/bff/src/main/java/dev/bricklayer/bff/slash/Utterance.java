package dev.bricklayer.bff.slash;

import java.util.Optional;

/** What a person said behind the slash command. */
sealed interface Utterance {

  /** Nothing: the menu. */
  record Menu() implements Utterance {}

  /** What can be said. */
  record Help() implements Utterance {}

  /** Nobody knows what this is; with the nearest command. */
  record Unknown(String word, Optional<String> nearest) implements Utterance {}
}
