package dev.bricklayer.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Local dates and times as the wire form writes them. */
final class LocalTimes {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})");
  private static final Pattern DATE_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:00(\\.0+)?)?");
  private static final Pattern WITH_OFFSET =
      Pattern.compile("(\\S+T\\S+?)(Z|[+-]\\d{2}:?\\d{2})(\\[.*])?", Pattern.CASE_INSENSITIVE);

  /** No value of these forms is longer, by far. */
  static final int LONGEST = 64;

  private LocalTimes() {}

  static @Nullable Once readOnce(String given, Findings findings) {
    if (findings.tooLong("/at", given, LONGEST)) {
      return null;
    }
    String text = given.strip();
    if (text.isEmpty()) {
      findings.add("/at", Findings.Code.REQUIRED, "at.blank");
    } else if (DATE_TIME.matcher(text).matches()) {
      return existing(text, findings);
    } else if (WITH_OFFSET.matcher(text).matches()) {
      findings.add("/at", Findings.Code.SCHEDULE_INVALID, "at.offset", text);
    } else {
      findings.add("/at", Findings.Code.SCHEDULE_INVALID, "at.format", text);
    }
    return null;
  }

  private static @Nullable Once existing(String text, Findings findings) {
    try {
      return new Once(LocalDateTime.parse(text));
    } catch (DateTimeException e) {
      findings.add("/at", Findings.Code.SCHEDULE_INVALID, "date.none", text);
      return null;
    }
  }

  static @Nullable LocalTime readTime(String pointer, @Nullable String given, Findings findings) {
    if (given == null || given.isBlank()) {
      findings.add(pointer, Findings.Code.REQUIRED, "time.none");
      return null;
    }
    if (findings.tooLong(pointer, given, LONGEST)) {
      return null;
    }
    Matcher time = TIME.matcher(given.strip());
    if (time.matches()) {
      int hour = Integer.parseInt(time.group(1));
      int minute = Integer.parseInt(time.group(2));
      if (hour <= 23 && minute <= 59) {
        return LocalTime.of(hour, minute);
      }
    }
    findings.add(pointer, Findings.Code.INVALID, "time.format", given);
    return null;
  }

  static @Nullable LocalDate readDate(String pointer, String given, Findings findings) {
    if (findings.tooLong(pointer, given, LONGEST)) {
      return null;
    }
    if (!DATE.matcher(given.strip()).matches()) {
      findings.add(pointer, Findings.Code.INVALID, "date.format", given);
      return null;
    }
    try {
      return LocalDate.parse(given.strip());
    } catch (DateTimeException e) {
      findings.add(pointer, Findings.Code.INVALID, "date.none", given);
      return null;
    }
  }
}
