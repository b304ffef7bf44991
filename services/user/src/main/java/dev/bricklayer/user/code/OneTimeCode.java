package dev.bricklayer.user.code;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code of twelve characters, 60 random bits. Twenty of them say which code is meant, so that a
 * wrong one counts as a try at that code; the other forty are to be guessed.
 *
 * @param value capitals and digits, without those that look alike
 */
public record OneTimeCode(String value) {

  /** Which characters a code is made of. */
  static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  static final int LENGTH = 12;

  private static final int SELECTING = 4;
  private static final int LONGEST_TYPED = 60;
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]+");
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  /** What was typed, in capitals or not, with hyphens or without; empty when it is no code. */
  public static Optional<OneTimeCode> typed(String text) {
    if (text.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String bare = BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    return FORM.matcher(bare).matches() ? Optional.of(new OneTimeCode(bare)) : Optional.empty();
  }

  /** What it is found by. */
  public String selector() {
    return value.substring(0, SELECTING);
  }

  /** As people read it best: {@code K7MW-Q2XH-94PD}. */
  public String shown() {
    return value.replaceAll("(.{4})(?=.)", "$1-");
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "OneTimeCode[…]";
  }
}
