package dev.bricklayer.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A second opinion on when a schedule is due, slow and without any of the code it judges.
 *
 * <p>It reads the wire form itself and looks at a wall clock minute by minute: what the hands show
 * is compared with the rule. Where the hands jump forward, the minutes they left out are looked at
 * too. Where they show a time again, only rules that mean both passes fire. It knows nothing of
 * transitions, gaps and overlaps as {@code java.time} has them.
 *
 * @param day whether a date is one of the rule's
 * @param time whether a time of day is one of the rule's
 * @param again whether the rule fires when the clock shows the same time again
 */
record Oracle(Predicate<LocalDate> day, Predicate<LocalTime> time, boolean again) {

  static Oracle of(ScheduleSpec spec) {
    if (spec.cron() != null) {
      return ofCron(spec.cron().split(" "));
    }
    if (spec.at() != null) {
      LocalDateTime at = LocalDateTime.parse(spec.at());
      return new Oracle(at.toLocalDate()::equals, at.toLocalTime()::equals, false);
    }
    LocalTime at = LocalTime.parse(spec.every().at());
    return new Oracle(everyDay(spec.every()), at::equals, false);
  }

  private static Oracle ofCron(String[] fields) {
    boolean[] minutes = values(fields[0], 0, 59, "");
    boolean[] hours = values(fields[1], 0, 23, "");
    boolean[] days = values(fields[2], 1, 31, "");
    boolean[] months = values(fields[3], 1, 12, " JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC");
    boolean[] weekdays = values(fields[4], 0, 7, "SUN MON TUE WED THU FRI SAT");
    boolean both = fields[2].charAt(0) == '*' || fields[4].charAt(0) == '*';
    Predicate<LocalDate> day =
        date -> {
          int weekday = date.getDayOfWeek().getValue();
          boolean onWeekday = weekdays[weekday] || (weekday == 7 && weekdays[0]);
          boolean onDay = days[date.getDayOfMonth()];
          return months[date.getMonthValue()] && (both ? onDay && onWeekday : onDay || onWeekday);
        };
    int manyMinutes = 0;
    for (boolean minute : minutes) {
      manyMinutes += minute ? 1 : 0;
    }
    boolean again = fields[1].contains("*") || fields[1].contains("-") || manyMinutes > 1;
    return new Oracle(day, time -> minutes[time.getMinute()] && hours[time.getHour()], again);
  }

  private static boolean[] values(String field, int least, int most, String names) {
    boolean[] values = new boolean[most + 1];
    for (String item : field.split(",")) {
      String[] rangeAndStep = item.split("/");
      String[] ends = rangeAndStep[0].split("-");
      int low = rangeAndStep[0].equals("*") ? least : number(ends[0], names);
      int high = rangeAndStep[0].equals("*") ? most : number(ends[ends.length - 1], names);
      if (most == 7) {
        high = rangeAndStep[0].equals("*") ? 6 : high == 0 && low > 0 ? 7 : high;
      }
      int step = rangeAndStep.length == 1 ? 1 : Integer.parseInt(rangeAndStep[1]);
      for (int value = low; value <= high; value++) {
        values[value] |= (value - low) % step == 0;
      }
    }
    return values;
  }

  private static int number(String text, String names) {
    return Character.isDigit(text.charAt(0))
        ? Integer.parseInt(text)
        : List.of(names.split(" ")).indexOf(text);
  }

  private static Predicate<LocalDate> everyDay(ScheduleSpec.Every every) {
    if (every.month() != null) {
      return date -> isOfMonth(date, every.month().split(" "));
    }
    // Without an anchor every week counts, so any does.
    LocalDate from = every.from() == null ? LocalDate.MIN : LocalDate.parse(every.from());
    long anchor = every.from() == null ? 0 : week(from);
    return date ->
        !date.isBefore(from)
            && every.on().contains(name(date.getDayOfWeek()))
            && (week(date) - anchor) % every.weeks() == 0;
  }

  /** Weeks since Monday, 29 December 1969, which is three days before the epoch. */
  private static long week(LocalDate date) {
    return Math.floorDiv(date.toEpochDay() + 3, 7);
  }

  private static boolean isOfMonth(LocalDate date, String[] words) {
    if (words[1].equals("DAY")) {
      return date.plusDays(1).getDayOfMonth() == 1;
    }
    boolean ordinal =
        words[0].equals("last")
            ? date.getDayOfMonth() + 7 > date.lengthOfMonth()
            : (date.getDayOfMonth() - 1) / 7 + 1 == words[0].charAt(0) - '0';
    return ordinal && name(date.getDayOfWeek()).equals(words[1]);
  }

  private static String name(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  boolean isDue(LocalDateTime local) {
    return time.test(local.toLocalTime()) && day.test(local.toLocalDate());
  }

  /** What a wall clock shows, minute by minute, beginning well before {@code start}. */
  record Watch(Instant start, List<LocalDateTime> shown) {

    private static final int MINUTES_BEFORE = 26 * 60;

    /** Watches from before {@code start} until {@code end}, both whole minutes. */
    static Watch over(ZoneId zone, Instant start, Instant end) {
      List<LocalDateTime> shown = new ArrayList<>();
      Instant first = start.minusSeconds(60L * MINUTES_BEFORE);
      for (Instant i = first; i.isBefore(end); i = i.plusSeconds(60)) {
        shown.add(LocalDateTime.ofInstant(i, zone));
      }
      return new Watch(first, shown);
    }

    private Instant instant(int index) {
      return start.plusSeconds(60L * index);
    }
  }

  /** All instants at which the rule is due while the clock is watched. */
  List<Instant> instants(Watch watch) {
    List<Instant> due = new ArrayList<>();
    LocalDateTime latest = watch.shown().getFirst().minusMinutes(1);
    for (int i = 0; i < watch.shown().size(); i++) {
      LocalDateTime now = watch.shown().get(i);
      boolean shownBefore = !now.isAfter(latest);
      boolean fires = isDue(now) && (again || !shownBefore);
      for (LocalDateTime left = latest.plusMinutes(1);
          left.isBefore(now);
          left = left.plusMinutes(1)) {
        fires |= isDue(left);
      }
      if (fires && i >= Watch.MINUTES_BEFORE) {
        due.add(watch.instant(i));
      }
      latest = shownBefore ? latest : now;
    }
    return due;
  }
}
