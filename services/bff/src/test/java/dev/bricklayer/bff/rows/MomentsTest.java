package dev.bricklayer.bff.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as people read them. */
class MomentsTest {

  private static final Locale RUSSIAN = Locale.of("ru");
  private static final Instant NOW = Instant.parse("2026-10-09T07:00:00Z");

  @Test
  void haveADayADateAndATimeOfTwentyFourHours() {
    OffsetDateTime monday = OffsetDateTime.parse("2026-10-12T22:05:00+03:00");
    assertThat(Moments.shown(monday, NOW, Locale.ENGLISH)).isEqualTo("Mon 12 Oct 22:05");
    assertThat(Moments.shown(monday, NOW, RUSSIAN)).isEqualTo("пн 12 окт. 22:05");
  }

  @Test
  void haveAYearWhereItIsAnother() {
    OffsetDateTime later = OffsetDateTime.parse("2027-01-04T09:30:00+03:00");
    assertThat(Moments.shown(later, NOW, Locale.ENGLISH)).isEqualTo("Mon 4 Jan 2027 09:30");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-09T07:00:30Z, in less than a minute, меньше чем через минуту",
    "2026-10-09T07:05:00Z, in 5 min, через 5 мин",
    "2026-10-09T10:10:00Z, in 3 h, через 3 ч",
    "2026-10-12T07:00:00Z, in 3 d, через 3 дн.",
  })
  void sayHowFarAwayTheyAre(Instant moment, String english, String russian) {
    assertThat(Moments.ahead(moment, NOW, Locale.ENGLISH)).isEqualTo(english);
    assertThat(Moments.ahead(moment, NOW, RUSSIAN)).isEqualTo(russian);
  }

  @ParameterizedTest
  @CsvSource({
    "0, Delete bot, Удалить бота",
    "1, Delete bot and 1 reminder, Удалить бота и 1 напоминание",
    "3, Delete bot and 3 reminders, Удалить бота и 3 напоминания",
    "11, Delete bot and 11 reminders, Удалить бота и 11 напоминаний",
    "21, Delete bot and 21 reminders, Удалить бота и 21 напоминание",
    "25, Delete bot and 25 reminders, Удалить бота и 25 напоминаний",
  })
  void andNumbersHaveTheirWord(int number, String english, String russian) {
    assertThat(Counted.deletion(number, Locale.ENGLISH)).isEqualTo(english);
    assertThat(Counted.deletion(number, RUSSIAN)).isEqualTo(russian);
  }
}
