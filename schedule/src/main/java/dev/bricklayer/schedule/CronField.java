package dev.bricklayer.schedule;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One field of a cron rule, read.
 *
 * @param text as it was typed, in capitals
 * @param bits bit <i>n</i> is set when the value <i>n</i> is allowed; days of the week by ISO, 1 is
 *     Monday and 7 Sunday
 */
record CronField(Unit unit, String text, long bits) {

  /** What the five fields count, in their order. */
  enum Unit {
    MINUTE(0, 59, ""),
    HOUR(0, 23, ""),
    DAY_OF_MONTH(1, 31, ""),
    MONTH(1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
    DAY_OF_WEEK(0, 7, "SUN MON TUE WED THU FRI SAT");

    private final int least;
    private final int most;
    private final String names;

    Unit(int least, int most, String names) {
      this.least = least;
      this.most = most;
      this.names = names;
    }

    int least() {
      return least;
    }

    int most() {
      return most;
    }

    /** Names of the values from {@link #least} on; empty where only numbers are used. */
    List<String> names() {
      return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }
  }

  boolean allows(int value) {
    return (bits >>> value & 1) == 1;
  }

  /** The smallest allowed value that is at least {@code value}, or -1. */
  int firstFrom(int value) {
    long rest = value > 63 ? 0 : bits >>> value << value;
    return rest == 0 ? -1 : Long.numberOfTrailingZeros(rest);
  }

  int count() {
    return Long.bitCount(bits);
  }

  IntStream values() {
    return IntStream.iterate(firstFrom(0), v -> v >= 0, v -> firstFrom(v + 1));
  }

  /** What Unix cron calls an unrestricted field: it begins with a star, whatever follows. */
  boolean beginsWithStar() {
    return text.startsWith("*");
  }

  /** A star or range somewhere in it, with or without step: not just single values. */
  boolean hasStarOrRange() {
    return text.indexOf('*') >= 0 || text.indexOf('-') >= 0;
  }
}
