package dev.bricklayer.schedule.when;

import java.util.List;

/**
 * Something that was read in one way and might have been meant in another.
 *
 * @param arguments of the hint's sentence: texts, dates, times and sets of weekdays
 */
record Assumption(Hint.Kind kind, List<Object> arguments) {

  static Assumption of(Hint.Kind kind, Object... arguments) {
    return new Assumption(kind, List.of(arguments));
  }
}
