package dev.bricklayer.sandbox;

/** The command line cannot be understood. The message is one sentence for people. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1;

  UsageException(String sentence) {
    super(sentence);
  }
}
