package dev.bricklayer.engine.delivery;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** The line under a late post: when it was due, and how many were missed. */
final class LateNote {

  private static final String WORDS = LateNote.class.getPackageName() + ".words";

  /** Without it a Russian machine would answer in Russian to those who speak English. */
  private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

  private LateNote() {}

  /**
   * The text with the line under it.
   *
   * @param missed how many instants in a row were missed, this one included
   * @param language of the job's owner; null for English
   */
  static String under(
      String text, Instant plannedAt, ZoneId zone, long missed, @Nullable String language) {
    Locale locale = language == null ? Locale.ENGLISH : Locale.forLanguageTag(language);
    String when =
        DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", locale).format(plannedAt.atZone(zone));
    String due = say("late.due", locale, when, zone.getId());
    String count = missed > 1 ? " " + say("late.count", locale, Long.toString(missed)) : "";
    return text + "\n\n" + due + count;
  }

  private static String say(String key, Locale locale, Object... arguments) {
    String pattern = ResourceBundle.getBundle(WORDS, locale, NO_FALLBACK).getString(key);
    return new MessageFormat(pattern, locale).format(arguments);
  }
}
