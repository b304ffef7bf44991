package dev.bricklayer.schedule.when;

import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.schedule.ScheduleSpec.Every;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is counted in weeks, from a day on, or by a month's weekdays. */
final class Weekly {

  private Weekly() {}

  static @Nullable ScheduleSpec nthOfMonth(Said said) {
    DayOfWeek day = said.get(Aspect.WEEKDAYS).days().iterator().next();
    return month(said.get(Aspect.NTH).text() + " " + CronText.code(day), said);
  }

  static @Nullable ScheduleSpec lastDayOfMonth(Said said) {
    return month("last DAY", said);
  }

  private static @Nullable ScheduleSpec month(String day, Said said) {
    LocalTime time = Times.one(said);
    return time == null ? null : every(Every.month(day, time.toString()));
  }

  private static ScheduleSpec every(Every every) {
    return new ScheduleSpec(null, null, every, null);
  }

  static boolean countsWeeks(Said said) {
    return said.get(Aspect.WEEKS) > 1 || said.has(Aspect.START);
  }

  static @Nullable ScheduleSpec everyWeeks(Said said) {
    LocalTime time = Times.one(said);
    if (time == null) {
      return null;
    }
    List<String> on = codes(weekdays(said));
    LocalDate from = said.find(Aspect.START).orElseGet(() -> firstDay(on, time, said));
    return every(Every.weeks(said.get(Aspect.WEEKS), on, time.toString(), from.toString()));
  }

  /** The next day that would be due if every week counted. */
  private static LocalDate firstDay(List<String> on, LocalTime time, Said said) {
    Every each = Every.weeks(1, on, time.toString(), null);
    return Schedule.of(ScheduleSpec.ofEvery(each, said.now().getZone().getId()))
        .nextAfter(said.now().toInstant())
        .orElseThrow(() -> new IllegalStateException("A weekly rule has no end: " + each))
        .atZone(said.now().getZone())
        .toLocalDate();
  }

  /** Cron can say it. */
  static @Nullable ScheduleSpec eachWeek(Said said) {
    if (!said.has(Aspect.WEEKDAYS)) {
      said.say(Aspect.WEEKDAYS, new Aspect.Weekdays(weekdays(said), true, false));
    }
    return Crons.timesOfDays(said);
  }

  private static Set<DayOfWeek> weekdays(Said said) {
    Optional<Aspect.Weekdays> weekdays = said.find(Aspect.WEEKDAYS);
    if (weekdays.isEmpty()) {
      said.assume(Hint.Kind.DAY_ASSUMED);
      return EnumSet.of(
          said.find(Aspect.START).map(LocalDate::getDayOfWeek).orElse(DayOfWeek.MONDAY));
    }
    return weekdays.get().days();
  }

  /** Every day or some weekdays, but not before a date. */
  static @Nullable ScheduleSpec fromStart(Said said) {
    LocalTime time = Times.one(said);
    Set<DayOfWeek> on =
        said.find(Aspect.WEEKDAYS)
            .map(Aspect.Weekdays::days)
            .orElse(EnumSet.allOf(DayOfWeek.class));
    String from = said.get(Aspect.START).toString();
    return time == null ? null : every(Every.weeks(1, codes(on), time.toString(), from));
  }

  private static List<String> codes(Set<DayOfWeek> days) {
    return days.stream().sorted().map(CronText::code).toList();
  }
}
