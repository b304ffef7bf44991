package dev.bricklayer.schedule.when;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What was typed, without what phones and copying make of it. */
final class Typed {

  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{C}]+");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
  private static final Pattern QUOTES = Pattern.compile("[\\p{Pi}\\p{Pf}\"'`´„‚\\\\]");
  private static final Pattern HALVES_OF_DAY = Pattern.compile("(?<=[\\d ])([ap])\\. ?m\\b\\.?");

  private Typed() {}

  /** One line of plain signs and single blanks, in lower case, without quotes, with е for ё. */
  static String plain(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    text = BLANKS.matcher(text).replaceAll(" ");
    text = DASHES.matcher(text).replaceAll("-");
    text = QUOTES.matcher(text).replaceAll("");
    text = text.toLowerCase(Locale.ROOT).replace('ё', 'е').strip();
    return HALVES_OF_DAY.matcher(text).replaceAll("$1m");
  }
}
