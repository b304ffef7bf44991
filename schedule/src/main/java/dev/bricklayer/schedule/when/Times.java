package dev.bricklayer.schedule.when;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which times of day were meant. */
final class Times {

  /** When people remind each other, if they do not say when. */
  private static final LocalTime USUAL = LocalTime.of(9, 0);

  private Times() {}

  /** Ascending; the usual time when none was said, and of one moment the day's beginning. */
  static List<LocalTime> all(Said said) {
    PartOfDay part = said.find(Aspect.PART_OF_DAY).orElse(null);
    List<Clock> clocks = said.find(Aspect.TIMES).orElse(List.of());
    if (clocks.isEmpty() && part == null && said.isOneMoment()) {
      return List.of(LocalTime.MIDNIGHT);
    }
    if (clocks.isEmpty()) {
      LocalTime usual = part == null ? USUAL : part.usualTime();
      said.assume(Hint.Kind.TIME_ASSUMED, usual);
      return List.of(usual);
    }
    return clocks.stream().map(clock -> meant(clock, part, said)).distinct().sorted().toList();
  }

  /** The only one; null with a complaint when several were said. */
  static @Nullable LocalTime one(Said said) {
    List<LocalTime> times = all(said);
    if (times.size() > 1) {
      said.complain(Reason.ONE_TIME);
      return null;
    }
    return times.getFirst();
  }

  private static LocalTime meant(Clock clock, @Nullable PartOfDay part, Said said) {
    LocalTime time = clock.time();
    if (!clock.eitherHalf()) {
      return time;
    }
    if (part != null) {
      return LocalTime.of(part.hour(time.getHour()), time.getMinute());
    }
    said.assume(Hint.Kind.HALF_OF_DAY, clock.text(), time, Clocks.otherHalf(time));
    return time;
  }
}
