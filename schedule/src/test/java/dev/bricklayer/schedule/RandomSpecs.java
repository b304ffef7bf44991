package dev.bricklayer.schedule;

import dev.bricklayer.schedule.ScheduleSpec.Every;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes schedules of every kind; hours prefer the night, when clocks are changed. */
final class RandomSpecs {

  private static final List<String> WEEKDAYS =
      List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> ORDINALS = List.of("1st", "2nd", "3rd", "4th", "5th", "last");

  private final Random random;

  RandomSpecs(Random random) {
    this.random = random;
  }

  /** Any kind; what has a date has one near {@code near}. */
  ScheduleSpec any(LocalDateTime near, String zone) {
    return switch (random.nextInt(10)) {
      case 0 -> once(near, zone);
      case 1 -> weeks(near, zone);
      case 2 -> monthly(zone);
      default -> cron(zone);
    };
  }

  ScheduleSpec once(LocalDateTime near, String zone) {
    LocalDateTime at = near.plusMinutes(random.nextInt(-300, 300)).truncatedTo(ChronoUnit.MINUTES);
    return ScheduleSpec.ofAt(at.toString(), zone);
  }

  ScheduleSpec weeks(LocalDateTime near, String zone) {
    int weeks = random.nextInt(1, 5);
    List<String> on = new ArrayList<>(WEEKDAYS);
    on.removeIf(_ -> random.nextBoolean());
    if (on.isEmpty()) {
      on.add("SUN");
    }
    boolean anchored = weeks > 1 || random.nextBoolean();
    String from = near.toLocalDate().minusDays(random.nextInt(-3, 40)).toString();
    return ScheduleSpec.ofEvery(Every.weeks(weeks, on, time(), anchored ? from : null), zone);
  }

  ScheduleSpec monthly(String zone) {
    String day = often(1) ? "last DAY" : oneOf(ORDINALS) + " " + oneOf(WEEKDAYS);
    return ScheduleSpec.ofEvery(Every.month(day, time()), zone);
  }

  ScheduleSpec cron(String zone) {
    String fields =
        String.join(
            " ",
            field(0, 59, () -> number(0, 59), 10),
            hour(),
            often(6) ? "*" : field(1, 31, this::dayOfMonth, 10),
            often(7) ? "*" : month(),
            often(6) ? "*" : dayOfWeek());
    return ScheduleSpec.ofCron(fields, zone);
  }

  private String time() {
    return "%02d:%s".formatted(random.nextInt(often(7) ? 4 : 24), oneOf(List.of("00", "15", "59")));
  }

  private String hour() {
    return field(0, 23, () -> often(7) ? number(0, 4) : number(0, 23), 20);
  }

  private String dayOfMonth() {
    return often(4) ? number(28, 31) : number(1, 31);
  }

  private String month() {
    return often(3) ? oneOf(MONTHS) : field(1, 12, () -> number(1, 12), 20);
  }

  private String dayOfWeek() {
    return often(4)
        ? IntStream.range(0, 2).mapToObj(_ -> oneOf(WEEKDAYS)).collect(Collectors.joining(","))
        : oneOf(
            List.of("MON-FRI", "SAT-SUN", "0", "7", "0-7", "*/2", "*/3", "5-7", "1,3-5", "FRI"));
  }

  /** Each of six patterns once in {@code outOf} times, else a single value. */
  private String field(int least, int most, Supplier<String> number, int outOf) {
    int low = random.nextInt(least, most);
    int high = random.nextInt(low + 1, most + 1);
    return switch (random.nextInt(outOf)) {
      case 0 -> "*";
      case 1 -> "*/" + random.nextInt(2, Math.max(3, most / 2));
      case 2 -> low + "-" + high;
      case 3 -> low + "-" + high + "/" + random.nextInt(1, high - low + 1);
      case 4 -> number.get() + "," + low + "-" + high;
      case 5 -> number.get() + "," + number.get() + "," + number.get();
      default -> number.get();
    };
  }

  private String number(int least, int most) {
    return String.valueOf(random.nextInt(least, most + 1));
  }

  private boolean often(int ofTen) {
    return random.nextInt(10) < ofTen;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
