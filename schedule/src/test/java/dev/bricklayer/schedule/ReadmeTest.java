package dev.bricklayer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the README are what happens. */
class ReadmeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?m)^\\| `([\\d*/, ]+)` \\| (.*) \\| (.*) \\|$");
  private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(?!\\))");

  @Test
  void theNightsOfTheReadmeAreTheNightsOfTheCode() throws IOException {
    List<MatchResult> examples =
        EXAMPLE.matcher(Files.readString(Path.of("README.md"))).results().toList();
    int checked = 0;
    for (MatchResult example : examples) {
      Schedule schedule = Schedule.of(ScheduleSpec.ofCron(example.group(1), BERLIN.getId()));
      firesAsWritten(schedule, LocalDate.of(2026, 3, 29), example.group(2));
      firesAsWritten(schedule, LocalDate.of(2026, 10, 25), example.group(3));
      checked++;
    }
    assertThat(checked).isEqualTo(5);
  }

  /** The written times follow one another; … stands for more before or after them. */
  private static void firesAsWritten(Schedule schedule, LocalDate date, String written) {
    List<LocalTime> times =
        TIME.matcher(written).results().map(m -> LocalTime.parse(m.group())).toList();
    Instant end = date.plusDays(1).atStartOfDay(BERLIN).toInstant();
    List<LocalTime> fired = new ArrayList<>();
    schedule
        .instantsAfter(date.atStartOfDay(BERLIN).toInstant().minusNanos(1))
        .takeWhile(instant -> instant.isBefore(end))
        .forEach(instant -> fired.add(LocalTime.ofInstant(instant, BERLIN)));

    if (times.isEmpty()) {
      assertThat(fired).as("25 hours of quarters").hasSize(25 * 4);
    } else if (written.contains("…")) {
      assertThat(fired).as(written).containsSequence(times);
    } else {
      assertThat(fired).as(written).isEqualTo(times);
    }
  }
}
