package dev.bricklayer.schedule.when;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.schedule.ScheduleReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetTest {

  /** A Wednesday, 10:00 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Locale RUSSIAN = Locale.of("ru");

  @Test
  void carryTheirDates() {
    assertThat(Preset.at(BERLIN, NOW, Locale.ENGLISH))
        .containsExactly(
            new Preset("In 1 hour, Wed 25 Nov 11:00", "2026-11-25 11:00"),
            new Preset("Today, Wed 25 Nov 18:00", "2026-11-25 18:00"),
            new Preset("Tomorrow, Thu 26 Nov 09:00", "2026-11-26 09:00"),
            new Preset("Next Monday, Mon 30 Nov 09:00", "2026-11-30 09:00"),
            new Preset("Weekdays 9:30", "weekdays 9:30"),
            new Preset("Mondays 10:00", "Mondays 10:00"));
  }

  @Test
  void speakRussian() {
    assertThat(Preset.at(BERLIN, NOW, RUSSIAN))
        .contains(
            new Preset("Завтра, чт 26 нояб. 09:00", "2026-11-26 09:00"),
            new Preset("По будням в 9:30", "по будням в 9:30"));
  }

  @Test
  void offerNothingTwice() {
    Instant sundayNight = Instant.parse("2026-11-29T22:30:00Z");

    assertThat(Preset.at(BERLIN, sundayNight, Locale.ENGLISH))
        .extracting(Preset::typed)
        .containsExactly("2026-11-30 00:30", "2026-11-30 09:00", "weekdays 9:30", "Mondays 10:00");
  }

  @Test
  void offerNoTimeThatTheClocksRepeat() {
    Instant anHourBefore = Instant.parse("2026-10-25T00:10:00Z");

    assertThat(Preset.at(BERLIN, anHourBefore, Locale.ENGLISH))
        .extracting(Preset::typed)
        .doesNotContain("2026-10-25 02:10");
  }

  /** Around the nights when clocks change as well. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-25T09:00:00Z", "2026-03-29T00:00:30Z", "2026-10-24T20:00:00Z"})
  void areReadWithCertainty(Instant start) {
    WhenReader reader = new WhenReader(new ScheduleReader());
    for (int hour = 0; hour < 48; hour++) {
      Instant now = start.plus(Duration.ofHours(hour));
      for (Locale locale : List.of(Locale.ENGLISH, RUSSIAN)) {
        assertThat(Preset.at(BERLIN, now, locale))
            .allSatisfy(
                preset ->
                    assertThat(reader.read(preset.typed(), BERLIN, now, locale))
                        .as("%s at %s", preset, now)
                        .isInstanceOfSatisfying(
                            When.Read.class, read -> assertThat(read.certain()).isTrue()));
      }
    }
  }
}
