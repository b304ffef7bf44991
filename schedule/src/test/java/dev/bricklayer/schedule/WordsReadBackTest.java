package dev.bricklayer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.schedule.when.When;
import dev.bricklayer.schedule.when.WhenReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the words of a schedule say can be typed, and means the same. */
class WordsReadBackTest {

  private static final Instant NOW = Instant.parse("2027-11-03T10:11:12Z");
  private static final LocalDateTime NEAR = LocalDateTime.of(2028, 2, 29, 2, 30);

  /** Has no clock changes: words do not tell times of day from "again and again" on such nights. */
  private static final String ZONE = "Europe/Moscow";

  private static final int LOOKS = 12;

  private final Seed seed = Seed.fresh();
  private final Random random = seed.random();
  private final WhenReader reader = new WhenReader(new ScheduleReader());

  @Test
  void typingTheWordsOfAScheduleGivesItsInstants() {
    RandomSpecs specs = new RandomSpecs(random);
    for (int i = 0; i < 1_500; i++) {
      Schedule schedule = Schedule.of(specs.any(NEAR, ZONE));
      if (schedule.nextAfter(NOW).isPresent()) {
        readsBack(schedule, Locale.ENGLISH);
        readsBack(schedule, Locale.of("ru"));
      }
    }
  }

  private void readsBack(Schedule schedule, Locale locale) {
    String words = schedule.inWords(locale);
    When when = reader.read(words, ZoneId.of("America/New_York"), NOW, locale);

    assertThat(when).as("“%s”, %s, %s", words, schedule, seed).isInstanceOf(When.Read.class);
    When.Read read = (When.Read) when;
    assertThat(read.certain()).as("“%s”, %s: %s", words, seed, read.hints()).isTrue();
    assertThat(instants(read.schedule()))
        .as("“%s” is read as %s for %s, %s", words, read.schedule(), schedule, seed)
        .isEqualTo(instants(schedule));
  }

  /** Some in a row, and the next ones from some days of the years to come. */
  private static List<Instant> instants(Schedule schedule) {
    List<Instant> instants = new ArrayList<>(schedule.next(NOW, 10 * LOOKS));
    for (int look = 0; look < LOOKS; look++) {
      instants.addAll(schedule.next(NOW.plusSeconds(86_400L * 97 * look), LOOKS));
    }
    return instants;
  }
}
