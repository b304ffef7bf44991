package dev.bricklayer.bff.rows;

import dev.bricklayer.problems.Wording;
import java.util.Locale;

/** Sentences with a number of reminders, in the form that the language has for that number. */
public final class Counted {

  private static final Wording WORDS = Wording.beside(Counted.class);

  private Counted() {}

  /** {@code Delete bot and 3 reminders}. */
  public static String deletion(int reminders, Locale locale) {
    return WORDS.text("deletion." + form(reminders), reminders).in(locale);
  }

  /** What Russian tells apart, and English with it. */
  private static String form(int number) {
    int last = number % 10;
    boolean teens = number % 100 / 10 == 1;
    if (number < 2) {
      return number == 0 ? "none" : "one";
    }
    if (teens || last == 0 || last > 4) {
      return "many";
    }
    return last == 1 ? "ending-one" : "few";
  }
}
