package dev.bricklayer.schedule.when;

import dev.bricklayer.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What a schedule will do, to be read back to whoever typed it.
 *
 * @param words the rule with its zone: {@code on weekdays at 10:00 (Europe/Moscow)}
 * @param runs the next ones, fewer when the schedule ends
 */
public record Preview(String words, ZoneId zone, List<Moment> runs) {

  /** Keeps a copy. */
  public Preview {
    runs = List.copyOf(runs);
  }

  /**
   * The words and the next runs, from the code that fires.
   *
   * @param count how many runs at most
   * @param locale Russian for {@code ru}, else English
   */
  public static Preview of(Schedule schedule, Instant now, int count, Locale locale) {
    List<Moment> runs =
        schedule.next(now, count).stream()
            .map(run -> Moment.of(run, schedule.zone(), now, locale))
            .toList();
    return new Preview(schedule.inWords(locale), schedule.zone(), runs);
  }
}
