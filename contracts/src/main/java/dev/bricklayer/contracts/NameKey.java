package dev.bricklayer.contracts;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What two names have in common when people would call them the same: {@code Stand-Up}, {@code
 * stand-up} and {@code STAND-UP} in full-width letters have one key. It is for comparing, never for
 * showing.
 *
 * @param value Unicode NFKC, case folded, each run of white space as one space
 */
public record NameKey(String value) {

  /** The key of a name, whatever its script. */
  public static NameKey of(String name) {
    // Upper and then lower case is what comes nearest to Unicode's case folding in the JDK: unlike
    // lower case alone it makes "straße" and "STRASSE" one. Folding may undo the normal form.
    String folded = compatible(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return new NameKey(compatible(folded).strip().replaceAll("\\s+", " "));
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
