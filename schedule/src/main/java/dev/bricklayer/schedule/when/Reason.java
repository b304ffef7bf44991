package dev.bricklayer.schedule.when;

import java.util.Locale;

/** Why something is not understood; each has a sentence and an example in each language. */
enum Reason {
  EMPTY("required"),
  TOO_LONG("too-long"),
  UNKNOWN_WORD("schedule-invalid"),
  LEFT_OVER("schedule-invalid"),
  TWICE("schedule-invalid"),
  TOGETHER("schedule-invalid"),
  ONE_MOMENT("schedule-invalid"),
  NO_SUCH_TIME("schedule-invalid"),
  NO_SUCH_DATE("schedule-impossible"),
  TOO_FAR("schedule-invalid"),
  WRONG_WEEKDAY("schedule-invalid"),
  TIME_MISSING("schedule-invalid"),
  ONE_TIME("schedule-invalid"),
  ONE_WEEKDAY("schedule-invalid"),
  TIMES_APART("schedule-invalid"),
  UNEVEN("schedule-invalid"),
  BOTH_DAYS("schedule-invalid"),
  SECONDS("schedule-invalid"),
  DAYS_APART("schedule-invalid");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  /** The code that goes over the wire. */
  String code() {
    return code;
  }

  /** The key of its texts. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
