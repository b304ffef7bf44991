package dev.bricklayer.schedule.when;

import java.time.LocalTime;

/**
 * A time of day as it was said.
 *
 * @param eitherHalf whether it may be meant 12 hours later as well
 * @param text as it was typed
 */
record Clock(LocalTime time, boolean eitherHalf, String text) {

  static Clock exactly(int hour, int minute) {
    return new Clock(LocalTime.of(hour, minute), false, "");
  }

  int minuteOfDay() {
    return time.toSecondOfDay() / 60;
  }
}
