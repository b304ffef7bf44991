package dev.bricklayer.testkit.checker;

import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A schedule, judged by looking at a wall clock once a minute. What the hands show is held against
 * the rule; where they jumped, the minutes they left out are looked at, too; where they show a time
 * again, only what means both passes is due. Slow, and right by being simple.
 *
 * @param days how dates are told
 * @param minutes of the day, counted from midnight
 * @param again whether it is due a second time when the clock shows the same again
 */
record WatchedClock(ZoneId zone, Dates days, BitSet minutes, boolean again) {

  /** Longer than any clock was ever set back. */
  private static final int MINUTES_BEFORE = 26 * 60;

  /** Whether a date is one of the rule's. */
  sealed interface Dates {
    boolean has(LocalDate date);
  }

  static WatchedClock of(ScheduleSpec spec) {
    ZoneId zone = ZoneId.of(Objects.requireNonNull(spec.timeZone()));
    if (spec.cron() != null) {
      return ofCron(zone, spec.cron().split(" "));
    }
    if (spec.at() != null) {
      LocalDateTime at = LocalDateTime.parse(spec.at());
      return new WatchedClock(zone, new OneDay(at.toLocalDate()), only(at.toLocalTime()), false);
    }
    ScheduleSpec.Every every = Objects.requireNonNull(spec.every());
    LocalTime at = LocalTime.parse(Objects.requireNonNull(every.at()));
    return new WatchedClock(zone, dates(every), only(at), false);
  }

  private static Dates dates(ScheduleSpec.Every every) {
    if (every.month() != null) {
      String[] words = every.month().split(" ");
      return new OfMonth(words[0], words[1]);
    }
    return new OfWeeks(
        Objects.requireNonNull(every.weeks()),
        Objects.requireNonNull(every.on()),
        every.from() == null ? LocalDate.MIN : LocalDate.parse(every.from()));
  }

  private static WatchedClock ofCron(ZoneId zone, String[] fields) {
    BitSet minutes = CronText.values(fields[0], 0, 59);
    BitSet hours = CronText.values(fields[1], 0, 23);
    BitSet ofDay = new BitSet();
    hours.stream().forEach(h -> minutes.stream().forEach(m -> ofDay.set(h * 60 + m)));
    boolean again = fields[1].contains("*") || fields[1].contains("-") || minutes.cardinality() > 1;
    return new WatchedClock(zone, CronDates.of(fields[2], fields[3], fields[4]), ofDay, again);
  }

  private static BitSet only(LocalTime time) {
    BitSet minute = new BitSet();
    minute.set(time.get(ChronoField.MINUTE_OF_DAY));
    return minute;
  }

  List<Instant> between(Instant from, Instant until) {
    List<Instant> due = new ArrayList<>();
    Instant start = from.truncatedTo(ChronoUnit.MINUTES).minusSeconds(60L * MINUTES_BEFORE);
    LocalDateTime latest = LocalDateTime.ofInstant(start, zone).minusMinutes(1);
    for (Instant i = start; i.isBefore(until); i = i.plusSeconds(60)) {
      LocalDateTime shown = LocalDateTime.ofInstant(i, zone);
      if (!i.isBefore(from) && isDue(shown, latest)) {
        due.add(i);
      }
      latest = shown.isAfter(latest) ? shown : latest;
    }
    return due;
  }

  private boolean isDue(LocalDateTime shown, LocalDateTime latest) {
    if (!shown.isAfter(latest)) {
      return again && matches(shown);
    }
    return Stream.iterate(
            latest.plusMinutes(1), local -> !local.isAfter(shown), local -> local.plusMinutes(1))
        .anyMatch(this::matches);
  }

  private boolean matches(LocalDateTime local) {
    return minutes.get(local.getHour() * 60 + local.getMinute()) && days.has(local.toLocalDate());
  }

  /** A date and no other. */
  record OneDay(LocalDate day) implements Dates {
    @Override
    public boolean has(LocalDate date) {
      return date.equals(day);
    }
  }

  /** Every so many weeks, counted from the week of {@code from}. */
  record OfWeeks(int weeks, List<String> on, LocalDate from) implements Dates {
    @Override
    public boolean has(LocalDate date) {
      return !date.isBefore(from) && on.contains(nameOf(date)) && isCounted(date);
    }

    private boolean isCounted(LocalDate date) {
      return weeks == 1 || ChronoUnit.WEEKS.between(mondayOf(from), mondayOf(date)) % weeks == 0;
    }

    private static LocalDate mondayOf(LocalDate date) {
      return date.minusDays(date.getDayOfWeek().getValue() - 1L);
    }
  }

  /** One weekday of the month, or its last day. */
  record OfMonth(String which, String day) implements Dates {
    @Override
    public boolean has(LocalDate date) {
      if (day.equals("DAY")) {
        return date.getDayOfMonth() == date.lengthOfMonth();
      }
      return nameOf(date).equals(day)
          && (which.equals("last")
              ? date.plusWeeks(1).getMonth() != date.getMonth()
              : (date.getDayOfMonth() + 6) / 7 == which.charAt(0) - '0');
    }
  }

  /** Day of month, month and day of week as cron has them: both days restricted means either. */
  record CronDates(BitSet days, BitSet months, BitSet weekdays, boolean either) implements Dates {

    static CronDates of(String days, String months, String weekdays) {
      BitSet ofWeek = CronText.values(weekdays, 0, 7);
      ofWeek.set(7, ofWeek.get(7) || ofWeek.get(0));
      return new CronDates(
          CronText.values(days, 1, 31),
          CronText.values(months, 1, 12),
          ofWeek,
          !days.startsWith("*") && !weekdays.startsWith("*"));
    }

    @Override
    public boolean has(LocalDate date) {
      boolean day = days.get(date.getDayOfMonth());
      boolean weekday = weekdays.get(date.getDayOfWeek().getValue());
      return months.get(date.getMonthValue()) && (either ? day || weekday : day && weekday);
    }
  }

  private static String nameOf(LocalDate date) {
    return date.getDayOfWeek().name().substring(0, 3);
  }

  /** Cron's fields as they are written. */
  private static final class CronText {

    private static final Map<String, Integer> NAMES =
        Stream.of(
                numbered("SUN MON TUE WED THU FRI SAT", 0),
                numbered("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC", 1))
            .flatMap(names -> names.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    static BitSet values(String field, int least, int most) {
      BitSet values = new BitSet();
      for (String item : field.split(",")) {
        String[] parts = item.split("/");
        int step = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
        IntStream.iterate(first(parts[0], least), v -> v <= last(parts[0], most), v -> v + step)
            .forEach(values::set);
      }
      return values;
    }

    private static int first(String range, int least) {
      return range.equals("*") ? least : number(range.split("-")[0]);
    }

    /** Sunday is 0 and 7: a star means each day once, and a range may end with Sunday. */
    private static int last(String range, int most) {
      if (range.equals("*")) {
        return most == 7 ? 6 : most;
      }
      String[] ends = range.split("-");
      int last = number(ends[ends.length - 1]);
      return most == 7 && last == 0 && ends.length > 1 && number(ends[0]) > 0 ? 7 : last;
    }

    private static int number(String text) {
      Integer named = NAMES.get(text);
      return named == null ? Integer.parseInt(text) : named;
    }

    private static Map<String, Integer> numbered(String names, int first) {
      List<String> each = List.of(names.split(" "));
      return each.stream().collect(Collectors.toMap(n -> n, n -> first + each.indexOf(n)));
    }
  }
}
