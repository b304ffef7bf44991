package dev.bricklayer.schedule.when;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.schedule.ScheduleReader;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One point in time, as people say until when. */
class OneMomentTest {

  /** A Wednesday, 10:00 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final WhenReader reader = new WhenReader(new ScheduleReader());

  private When read(String typed, Locale locale) {
    return reader.readMoment(typed, BERLIN, NOW, locale);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "tomorrow, 2026-11-26T00:00",
    "until tomorrow, 2026-11-26T00:00",
    "завтра, 2026-11-26T00:00",
    "до завтра, 2026-11-26T00:00",
    "Monday, 2026-11-30T00:00",
    "until Monday, 2026-11-30T00:00",
    "понедельник, 2026-11-30T00:00",
    "до понедельника, 2026-11-30T00:00",
    "до пятницы 18:00, 2026-11-27T18:00",
    "до 18:00, 2026-11-25T18:00",
    "9:30, 2026-11-26T09:30",
    "Wednesday, 2026-12-02T00:00",
    "1 December, 2026-12-01T00:00",
    "до 1 декабря, 2026-12-01T00:00",
    "24.12.2026, 2026-12-24T00:00",
    "2026-12-24 15:00, 2026-12-24T15:00",
    "tomorrow 15:00, 2026-11-26T15:00",
    "in 3 days, 2026-11-28T10:00",
    "через 2 часа, 2026-11-25T12:00",
  })
  void aDayIsItsBeginningAndAWeekdayTheNextOne(String typed, String at) {
    assertThat(read(typed, Locale.ENGLISH))
        .isInstanceOfSatisfying(
            When.Read.class,
            read -> {
              assertThat(read.spec()).isEqualTo(ScheduleSpec.ofAt(at, "Europe/Berlin"));
              assertThat(read.hints()).isEmpty();
            });
  }

  @Test
  void whatMayBeMeantOtherwiseIsSaid() {
    assertThat(read("до следующей пятницы", Locale.ENGLISH))
        .isInstanceOfSatisfying(
            When.Read.class,
            read ->
                assertThat(read.hints())
                    .extracting(Hint::kind)
                    .containsExactly(Hint.Kind.THIS_OR_NEXT_WEEK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"every day", "weekdays 10:00", "30 9 * * *", "", "Mondays", "every 2 hours"})
  void whatComesAgainIsNoMoment(String typed) {
    assertThat(read(typed, Locale.ENGLISH))
        .isInstanceOfSatisfying(
            When.NotUnderstood.class,
            not -> assertThat(not.detail()).contains("not one point in time", "tomorrow 15:00"));
    assertThat(read(typed, Locale.of("ru")))
        .isInstanceOfSatisfying(
            When.NotUnderstood.class,
            not -> assertThat(not.detail()).contains("не один момент", "завтра в 15:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "today", "1 January 2020", "the end", "Monday 9:00 and 10:00"})
  void whatHasPassedOrIsUnknownSaysWhatToTypeInstead(String typed) {
    assertThat(read(typed, Locale.ENGLISH)).isInstanceOf(When.NotUnderstood.class);
  }
}
