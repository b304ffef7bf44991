package dev.bricklayer.schedule.when;

import dev.bricklayer.schedule.ScheduleSpec;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What happens once: counted from now, on a date, on the next Tuesday, at the next 9:30. */
final class OneOffs {

  /** Within so many years every date comes that there is, 29 February across 2100 included. */
  private static final int YEARS_AHEAD = 8;

  /** A date without a year that is farther away may have been meant for the one that has passed. */
  private static final int FAR_MONTHS = 6;

  private static final int MONTHS_OF_YEAR = 12;

  /** Longer than anybody waits for a reminder. */
  private static final int MOST_MONTHS_AHEAD = 100 * MONTHS_OF_YEAR;

  private static final int DAYS_OF_WEEK = 7;

  private OneOffs() {}

  static @Nullable ScheduleSpec after(Said said) {
    Aspect.Distance distance = said.get(Aspect.AFTER);
    if (distance.months() > MOST_MONTHS_AHEAD) {
      said.complain(Reason.TOO_FAR, distance.months() / MONTHS_OF_YEAR);
      return null;
    }
    ZonedDateTime day = said.now().plusMonths(distance.months()).plusDays(distance.days());
    if (!said.has(Aspect.TIMES) && !said.has(Aspect.PART_OF_DAY)) {
      return at(day.plusMinutes(distance.minutes()), said);
    }
    if (distance.minutes() > 0) {
      said.complain(Reason.TOGETHER);
      return null;
    }
    LocalTime time = Times.one(said);
    return time == null ? null : at(day.toLocalDate().atTime(time));
  }

  /** Not before that instant, and on a whole minute. */
  private static ScheduleSpec at(ZonedDateTime instant, Said said) {
    ZonedDateTime minute = instant.truncatedTo(ChronoUnit.MINUTES);
    ZonedDateTime due = minute.isBefore(instant) ? minute.plusMinutes(1) : minute;
    LocalDateTime local = due.toLocalDateTime();
    if (local.atZone(due.getZone()).toInstant().equals(due.toInstant())) {
      return at(local);
    }
    // The second pass of an hour that the clocks repeat: a local time there means the first.
    said.assume(Hint.Kind.COUNTED_IN_UTC);
    LocalDateTime utc = due.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    return ScheduleSpec.ofAt(utc.toString(), "UTC");
  }

  private static ScheduleSpec at(LocalDateTime local) {
    return new ScheduleSpec(null, local.toString(), null, null);
  }

  static @Nullable ScheduleSpec onDate(Said said) {
    LocalDate date = said.get(Aspect.DATE);
    LocalTime time = Times.one(said);
    if (time == null || !isOn(date, said)) {
      return null;
    }
    if (!said.has(Aspect.TIMES) && !said.isAhead(date.atTime(time))) {
      said.complain(Reason.TIME_MISSING);
      return null;
    }
    return at(date.atTime(time));
  }

  /** A weekday that is said beside a date must be the date's. */
  private static boolean isOn(LocalDate date, Said said) {
    Optional<Aspect.Weekdays> weekdays = said.find(Aspect.WEEKDAYS);
    if (weekdays.isPresent() && !weekdays.get().days().contains(date.getDayOfWeek())) {
      said.complain(Reason.WRONG_WEEKDAY, date);
      return false;
    }
    return true;
  }

  static boolean isOneDay(Said said) {
    return said.get(Aspect.MONTH_DAYS).size() == 1 && said.get(Aspect.MONTHS).size() == 1;
  }

  static @Nullable ScheduleSpec onDayOfMonth(Said said) {
    LocalTime time = Times.one(said);
    LocalDate date = time == null ? null : date(said, time);
    return date == null || time == null || !isOn(date, said) ? null : at(date.atTime(time));
  }

  private static @Nullable LocalDate date(Said said, LocalTime time) {
    int day = said.get(Aspect.MONTH_DAYS).first();
    int month = said.get(Aspect.MONTHS).first();
    int thisYear = said.today().getYear();
    Optional<Integer> year = said.find(Aspect.YEAR);
    IntStream years =
        year.map(IntStream::of).orElse(IntStream.rangeClosed(thisYear, thisYear + YEARS_AHEAD));
    LocalDate date =
        years
            .mapToObj(candidate -> YearMonth.of(candidate, month))
            .filter(candidate -> candidate.isValidDay(day))
            .map(candidate -> candidate.atDay(day))
            .filter(candidate -> year.isPresent() || said.isAhead(candidate.atTime(time)))
            .findFirst()
            .orElse(null);
    if (date == null) {
      said.complain(Reason.NO_SUCH_DATE, "%d-%02d".formatted(month, day));
    } else if (year.isEmpty() && date.isAfter(said.today().plusMonths(FAR_MONTHS))) {
      said.assume(Hint.Kind.NEXT_YEAR, date);
    }
    return date;
  }

  /** A name that is not a plural, with "on" or "once": otherwise it may mean each of them. */
  static boolean isOneWeekday(Said said) {
    Aspect.Weekdays weekdays = said.get(Aspect.WEEKDAYS);
    return !weekdays.each() && (weekdays.on() || said.has(Aspect.ONCE));
  }

  static @Nullable ScheduleSpec onWeekday(Said said) {
    LocalTime time = Times.one(said);
    if (time == null) {
      return null;
    }
    DayOfWeek day = said.get(Aspect.WEEKDAYS).days().iterator().next();
    LocalDate nearest = said.today().with(TemporalAdjusters.nextOrSame(day));
    LocalDate later = nearest.plusDays(DAYS_OF_WEEK);
    if (!nearest.equals(said.today())) {
      return at(nearest.atTime(time));
    }
    boolean ahead = said.isAhead(nearest.atTime(time));
    if (ahead) {
      said.assume(Hint.Kind.TODAY_OR_NEXT_WEEK, nearest, later);
    }
    return at((ahead ? nearest : later).atTime(time));
  }

  static boolean isOneTime(Said said) {
    return said.get(Aspect.TIMES).size() == 1;
  }

  /** The next time that the clock shows this. */
  static @Nullable ScheduleSpec atTime(Said said) {
    LocalTime time = Times.one(said);
    if (time == null) {
      return null;
    }
    LocalDateTime today = said.today().atTime(time);
    LocalDateTime next = said.isAhead(today) ? today : today.plusDays(1);
    if (!said.has(Aspect.ONCE)) {
      said.assume(Hint.Kind.ONCE_ASSUMED, next.toLocalDate(), time);
    }
    return at(next);
  }
}
