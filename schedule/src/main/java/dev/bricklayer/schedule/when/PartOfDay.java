package dev.bricklayer.schedule.when;

import java.time.LocalTime;

/** What is said with an hour of the twelve-hour clock, or instead of an hour. */
enum PartOfDay {
  AM(9),
  PM(15),
  MORNING(9),
  AFTERNOON(14),
  EVENING(18),
  NIGHT(22);

  private static final int NOON = 12;
  private static final int NIGHT_ENDS = 5;

  private final int usualHour;

  PartOfDay(int usualHour) {
    this.usualHour = usualHour;
  }

  /** Meant when no hour was said. */
  LocalTime usualTime() {
    return LocalTime.of(usualHour, 0);
  }

  /**
   * The hour of the 24-hour clock.
   *
   * @param hour 1 to 12 of the twelve-hour clock; others are left as they are
   */
  int hour(int hour) {
    if (hour < 1 || hour > NOON) {
      return hour;
    }
    return switch (this) {
      case AM, MORNING -> hour % NOON;
      case PM, AFTERNOON, EVENING -> hour % NOON + NOON;
      case NIGHT -> hour <= NIGHT_ENDS || hour == NOON ? hour % NOON : hour + NOON;
    };
  }
}
