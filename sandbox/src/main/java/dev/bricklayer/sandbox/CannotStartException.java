package dev.bricklayer.sandbox;

/** Bricklayer cannot start. */
final class CannotStartException extends Exception {

  private static final long serialVersionUID = 1;

  private final String sentence;

  CannotStartException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  CannotStartException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /** For people: what is wrong and what to do. */
  String sentence() {
    return sentence;
  }
}
