package dev.bricklayer.bff.link;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code as people type it: in capitals or not, with blanks or hyphens of any kind, or without.
 *
 * @param value the twelve characters
 */
record LinkCode(String value) {

  private static final int LONGEST_TYPED = 60;
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00a0\\p{Pd}\"'`*_.]+");
  private static final Pattern FORM = Pattern.compile("[A-Z2-9]{12}");

  /** Empty when nothing that was typed could be a code. */
  static Optional<LinkCode> typed(String text) {
    if (text.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String bare = BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    return FORM.matcher(bare).matches() ? Optional.of(new LinkCode(bare)) : Optional.empty();
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "LinkCode[…]";
  }
}
