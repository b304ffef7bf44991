package dev.bricklayer.schedule;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Whole sentences for problems and warnings, from the bundles beside this class. */
final class Messages {

  private static final String BUNDLE = "dev.bricklayer.schedule.messages";
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");
  private static final int LONGEST_QUOTE = 40;

  private static final Messages ENGLISH = new Messages(Locale.ENGLISH, new English());
  private static final Messages RUSSIAN = new Messages(Locale.of("ru"), new Russian());

  private final Locale locale;
  private final Language language;
  private final ResourceBundle bundle;

  private Messages(Locale locale, Language language) {
    this.locale = locale;
    this.language = language;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
  }

  static Messages in(Locale locale) {
    return locale.getLanguage().equals("ru") ? RUSSIAN : ENGLISH;
  }

  Language language() {
    return language;
  }

  /** The sentence of {@code key}. Numbers are written plainly, as 1440 and not as 1,440. */
  String text(String key, Object... arguments) {
    Object[] plain = Arrays.stream(arguments).map(Object::toString).toArray();
    return new MessageFormat(bundle.getString(key), locale).format(plain);
  }

  /** Input as it may stand in a sentence: short and printable. */
  static String quote(String input) {
    String printable = UNPRINTABLE.matcher(input).replaceAll(" ");
    return printable.codePointCount(0, printable.length()) <= LONGEST_QUOTE
        ? printable
        : printable.substring(0, printable.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
  }
}
