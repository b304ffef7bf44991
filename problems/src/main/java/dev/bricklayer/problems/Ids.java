package dev.bricklayer.problems;

import java.util.regex.Pattern;

/** What an id looks like from outside. */
final class Ids {

  /** {@code UUID.fromString} alone also takes {@code 1-1-1-1-1}. */
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  static boolean isUuid(String text) {
    return UUID_TEXT.matcher(text).matches();
  }
}
