package dev.bricklayer.bff.slash;

import java.util.Optional;

/** What a person said behind the slash command. */
sealed interface Utterance {

  /** Nothing: the menu. */
  record Menu() implements Utterance {}

  /** What can be said. */
  record Help() implements Utterance {}

  /** My reminders, or those in this channel. */
  record List(boolean here) implements Utterance {}

  /**
   * One more reminder.
   *
   * @param when empty where nothing was said about it
   * @param channel {@code ~release}; empty for this one
   */
  record Add(String bot, String text, String when, Optional<String> channel) implements Utterance {}

  /** A reminder stands still. */
  record Pause(String name) implements Utterance {}

  /** A reminder leaves out its next run. */
  record Skip(String name) implements Utterance {}

  /**
   * A reminder is silent for a while.
   *
   * @param until empty where it was not said
   * @param all what was said in one: a name may have such a word in it
   */
  record PauseUntil(String name, String until, String all) implements Utterance {}

  /** A reminder fires. */
  record Resume(String name) implements Utterance {}

  /** A bot gets another name. */
  record Rename(String name) implements Utterance {}

  /** What became of a reminder's last runs. */
  record Runs(String name) implements Utterance {}

  /** The form of a reminder. */
  record Edit(String name) implements Utterance {}

  /** A reminder or bot goes. */
  record Delete(String name) implements Utterance {}

  /** An account's code. */
  record Link(String code) implements Utterance {}

  /** The verb is known, and something is missing behind it. */
  record Incomplete(Verb verb) implements Utterance {}

  /** Nobody knows what this is; with the nearest command. */
  record Unknown(String word, Optional<String> nearest) implements Utterance {}
}
