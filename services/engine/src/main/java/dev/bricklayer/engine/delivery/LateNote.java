package dev.bricklayer.engine.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The line under a late post: when it was due, and how many were missed. */
final class LateNote {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

  private LateNote() {}

  /**
   * The text with the line under it.
   *
   * @param missed how many instants in a row were missed, this one included
   */
  static String under(String text, Instant plannedAt, ZoneId zone, long missed) {
    String due =
        "_Late: this was due on %s (%s)._".formatted(WHEN.format(plannedAt.atZone(zone)), zone);
    String count = missed > 1 ? " _%d reminders were missed up to it._".formatted(missed) : "";
    return text + "\n\n" + due + count;
  }
}
