package dev.bricklayer.messaging;

import java.util.List;
import java.util.UUID;

/** The messages that this service could not handle, for its administration. */
public interface DeadLetters {

  /** What came of a retry. */
  sealed interface Retry {

    /** It is handled, or had been in the meantime; the letter is gone. */
    record Handled() implements Retry {}

    /** It failed again; the letter stays, with the new error. */
    record FailedAgain(String error) implements Retry {}

    /** There is no such letter. */
    record Unknown() implements Retry {}
  }

  /**
   * The letters that are kept, the latest first.
   *
   * @param max at most so many
   */
  List<DeadLetter> list(int max);

  /**
   * Handles a letter's message now, as if it had just come: its reaction, its inbox row and the end
   * of the letter are one transaction. Nobody but this service sees it again.
   */
  Retry retry(UUID id);

  /**
   * Gives a letter up: nobody will handle its message. It still stands in its topic for a while.
   * Joins the caller's transaction, if there is one.
   *
   * @return whether it was there
   */
  boolean discard(UUID id);
}
