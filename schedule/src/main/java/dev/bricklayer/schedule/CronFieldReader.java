package dev.bricklayer.schedule;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one cron field: a list, by commas, of {@code *}, values and ranges, the latter with an
 * optional step.
 */
final class CronFieldReader {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern QUARTZ_ONLY = Pattern.compile("\\?|.*#.*|L|LW|L-\\d+|.+[LW]");
  private static final int UNREADABLE = -1;

  private final CronField.Unit unit;
  private final Findings findings;
  private long bits;

  private CronFieldReader(CronField.Unit unit, Findings findings) {
    this.unit = unit;
    this.findings = findings;
  }

  /** Null when something was found; the first thing wrong in a field is enough. */
  static @Nullable CronField read(CronField.Unit unit, String text, Findings findings) {
    CronFieldReader reader = new CronFieldReader(unit, findings);
    for (String item : text.split(",", -1)) {
      if (!reader.readItem(item)) {
        return null;
      }
    }
    return new CronField(unit, text, reader.bits);
  }

  private boolean readItem(String item) {
    int slash = item.indexOf('/');
    String range = slash < 0 ? item : item.substring(0, slash);
    int dash = range.indexOf('-');
    if (item.isEmpty()) {
      return refuse("cron.empty-item");
    }
    if (isQuartz(range)) {
      return refuse("cron.quartz", range);
    }
    if (range.equals("*")) {
      return allow(unit.least(), lastOfStar(), slash < 0 ? null : item.substring(slash + 1));
    }
    if (dash < 0) {
      return readSingle(item, range, slash);
    }
    return readRange(
        range.substring(0, dash),
        range.substring(dash + 1),
        slash < 0 ? null : item.substring(slash + 1));
  }

  private boolean isQuartz(String range) {
    boolean dayField = unit == CronField.Unit.DAY_OF_MONTH || unit == CronField.Unit.DAY_OF_WEEK;
    return dayField && QUARTZ_ONLY.matcher(range).matches() && nameOf(range) < 0;
  }

  /** A star over the days of the week is seven days, not eight: 7 is Sunday again. */
  private int lastOfStar() {
    return unit == CronField.Unit.DAY_OF_WEEK ? 6 : unit.most();
  }

  private boolean readSingle(String item, String text, int slash) {
    if (slash >= 0) {
      return refuse("cron.single-step", item, text + "-" + unit.most() + item.substring(slash));
    }
    int value = value(text);
    return value != UNREADABLE && allow(value, value, null);
  }

  private boolean readRange(String lowText, String highText, @Nullable String step) {
    int low = value(lowText);
    int high = low == UNREADABLE ? UNREADABLE : value(highText);
    if (low == UNREADABLE || high == UNREADABLE) {
      return false;
    }
    if (unit == CronField.Unit.DAY_OF_WEEK && high == 0 && low > 0) {
      high = 7;
    }
    if (low > high) {
      return refuse("cron.backward", lowText + "-" + highText, around(lowText, highText));
    }
    return allow(low, high, step);
  }

  /** The same range as two that run forwards: {@code FRI-TUE} as {@code FRI-SUN,MON-TUE}. */
  private String around(String low, String high) {
    boolean named = !NUMBER.matcher(low).matches();
    boolean weekday = unit == CronField.Unit.DAY_OF_WEEK;
    List<String> names = unit.names();
    String first = weekday ? "1" : String.valueOf(unit.least());
    String last = String.valueOf(unit.most());
    if (named) {
      first = weekday ? "MON" : names.getFirst();
      last = weekday ? "SUN" : names.getLast();
    }
    return span(low, last) + "," + span(first, high);
  }

  private static String span(String low, String high) {
    return low.equals(high) ? low : low + "-" + high;
  }

  private boolean allow(int low, int high, @Nullable String stepText) {
    int step = 1;
    if (stepText != null) {
      if (!NUMBER.matcher(stepText).matches() || Integer.parseInt(stepText) == 0) {
        return refuse("cron.step", stepText);
      }
      step = Integer.parseInt(stepText);
      if (step > high - low) {
        return refuse("cron.step-long", step, low, high);
      }
    }
    for (int value = low; value <= high; value += step) {
      bits |= 1L << (unit == CronField.Unit.DAY_OF_WEEK && value == 0 ? 7 : value);
    }
    return true;
  }

  /** The value of a number or name; otherwise {@link #UNREADABLE}, with the finding added. */
  private int value(String text) {
    int named = nameOf(text);
    if (named >= 0) {
      return named;
    }
    if (!NUMBER.matcher(text).matches()) {
      refuse(unit.names().isEmpty() ? "cron.not-number" : "cron.not-name", text, names());
      return UNREADABLE;
    }
    int value = Integer.parseInt(text);
    if (value < unit.least() || value > unit.most()) {
      refuse("cron.range", unit.least(), unit.most(), value);
      return UNREADABLE;
    }
    return value;
  }

  private int nameOf(String text) {
    int index = unit.names().indexOf(text);
    return index < 0 ? UNREADABLE : index + unit.least();
  }

  private String names() {
    return unit.names().isEmpty() ? "" : unit.names().getFirst() + "…" + unit.names().getLast();
  }

  private boolean refuse(String key, Object... arguments) {
    findings.addInField(unit, key, arguments);
    return false;
  }
}
