package dev.bricklayer.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code every}. */
final class EveryReader {

  private static final Pattern WEEKDAY_OF_MONTH = Pattern.compile("(\\S+)\\s+(\\S+)");
  private static final Pattern LAST_DAY =
      Pattern.compile(LastDayOfMonth.NAME.replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE);
  private static final int MOST_DAYS = 7;

  private final ScheduleSpec.Every every;
  private final Findings findings;

  private EveryReader(ScheduleSpec.Every every, Findings findings) {
    this.every = every;
    this.findings = findings;
  }

  static @Nullable Rule read(ScheduleSpec.Every every, Findings findings) {
    EveryReader reader = new EveryReader(every, findings);
    if (every.weeks() != null && every.month() != null) {
      findings.add("/every", Findings.Code.SCHEDULE_INVALID, "every.both");
      return null;
    }
    if (every.weeks() != null) {
      return reader.readWeeks(every.weeks());
    }
    if (every.month() != null) {
      return reader.readMonth(every.month());
    }
    findings.add("/every", Findings.Code.REQUIRED, "every.none");
    return null;
  }

  private @Nullable Rule readWeeks(int weeks) {
    boolean countable = weeks >= 1 && weeks <= EveryWeeks.MOST_WEEKS;
    if (!countable) {
      findings.add(
          "/every/weeks", Findings.Code.INVALID, "weeks.range", EveryWeeks.MOST_WEEKS, weeks);
    }
    Set<DayOfWeek> on = readDays(every.on());
    LocalTime at = LocalTimes.readTime("/every/at", every.at(), findings);
    LocalDate from = readFrom(weeks);
    return findings.any() || at == null ? null : new EveryWeeks(weeks, on, at, from);
  }

  private @Nullable LocalDate readFrom(int weeks) {
    String from = every.from();
    if (from != null) {
      return LocalTimes.readDate("/every/from", from, findings);
    }
    if (weeks > 1) {
      findings.add("/every/from", Findings.Code.REQUIRED, "from.none", weeks);
    }
    return null;
  }

  private Set<DayOfWeek> readDays(@Nullable List<String> on) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (on == null || on.isEmpty()) {
      findings.add("/every/on", Findings.Code.REQUIRED, "on.none");
      return days;
    }
    if (on.size() > MOST_DAYS) {
      findings.add("/every/on", Findings.Code.TOO_LONG, "on.many", on.size());
      return days;
    }
    for (int i = 0; i < on.size(); i++) {
      DayOfWeek day = readDay("/every/on/" + i, textOf(on.get(i)));
      if (day != null) {
        days.add(day);
      }
    }
    return days;
  }

  private @Nullable DayOfWeek readDay(String pointer, String text) {
    if (findings.tooLong(pointer, text, LocalTimes.LONGEST)) {
      return null;
    }
    DayOfWeek day = weekday(text);
    if (day == null) {
      findings.add(pointer, Findings.Code.INVALID, "on.unknown", text);
    }
    return day;
  }

  private @Nullable Rule readMonth(String month) {
    refuse("/every/on", every.on(), "on.with-month");
    refuse("/every/from", every.from(), "from.with-month");
    LocalTime at = LocalTimes.readTime("/every/at", every.at(), findings);
    if (findings.tooLong("/every/month", month, LocalTimes.LONGEST)) {
      return null;
    }
    if (LAST_DAY.matcher(month.strip()).matches()) {
      return findings.any() || at == null ? null : new LastDayOfMonth(at);
    }
    Matcher words = WEEKDAY_OF_MONTH.matcher(month.strip());
    MonthlyWeekday.Ordinal ordinal = words.matches() ? ordinal(words.group(1)) : null;
    DayOfWeek day = words.matches() ? weekday(words.group(2)) : null;
    if (ordinal == null || day == null) {
      findings.add("/every/month", Findings.Code.INVALID, "month.format", month);
      return null;
    }
    return findings.any() || at == null ? null : new MonthlyWeekday(ordinal, day, at);
  }

  private void refuse(String pointer, @Nullable Object value, String key) {
    if (value != null) {
      findings.add(pointer, Findings.Code.INVALID, key);
    }
  }

  private static MonthlyWeekday.@Nullable Ordinal ordinal(String text) {
    for (MonthlyWeekday.Ordinal ordinal : MonthlyWeekday.Ordinal.values()) {
      if (ordinal.text().equalsIgnoreCase(text)) {
        return ordinal;
      }
    }
    return null;
  }

  /** {@code TUE} and {@code Tuesday}; null for anything else. */
  private static @Nullable DayOfWeek weekday(String text) {
    String wanted = text.strip().toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (wanted.equals(day.name()) || wanted.equals(day.name().substring(0, 3))) {
        return day;
      }
    }
    return null;
  }

  /** JSON can put a null into a list. */
  private static String textOf(@Nullable String text) {
    return text == null ? "null" : text;
  }
}
