package dev.bricklayer.schedule.when;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleReader;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenReaderTest {

  /** A Wednesday, 10:00 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private static final Locale RUSSIAN = Locale.of("ru");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final WhenReader reader = new WhenReader(new ScheduleReader());

  private When.Read read(String typed) {
    return read(typed, NOW);
  }

  private When.Read read(String typed, Instant now) {
    return switch (reader.read(typed, BERLIN, now, Locale.ENGLISH)) {
      case When.Read read -> read;
      case When.NotUnderstood not -> throw new AssertionError(typed + ": " + not);
    };
  }

  private When.NotUnderstood notUnderstood(String typed, Locale locale) {
    return switch (reader.read(typed, BERLIN, NOW, locale)) {
      case When.Read read -> throw new AssertionError(typed + ": " + read);
      case When.NotUnderstood not -> not;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“weekdays” 10:00",
        "«weekdays», 10:00",
        "weekdays — 10:00",
        "Weekdays\u00a010:00",
        "  WEEKDAYS\tat\n10:00 ",
        "mon–fri 10:00",
        "*weekdays* 10:00",
        "weekdays at 10 a.m.",
        "weekdays 10:00am.",
        "remind me on weekdays at 10:00, please",
        "at 10:00 on weekdays",
        "По будням, в 10:00",
        "каждый будний день в 10 часов утра",
        "weekdays 10:00 (Europe/Berlin)",
        "weekdays 10.00",
        "по будням в 10-00",
      })
  void toleratesWhatPhonesAndPeopleMakeOfIt(String typed) {
    assertThat(read(typed).spec())
        .isEqualTo(ScheduleSpec.ofCron("0 10 * * MON-FRI", "Europe/Berlin"));
    assertThat(read(typed).hints()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "daily 10:00 Europe/Moscow, Europe/Moscow",
    "daily 10:00 europe/moscow, Europe/Moscow",
    "daily 10:00 (Europe/Moscow), Europe/Moscow",
    "daily 10:00 Moscow time, Europe/Moscow",
    "daily 10:00 MSK, Europe/Moscow",
    "каждый день в 10:00 по Москве, Europe/Moscow",
    "каждый день в 10:00 по московскому времени, Europe/Moscow",
    "каждый день в 10:00 мск, Europe/Moscow",
    "daily 10:00 New York time, America/New_York",
    "daily 10:00 in Tokyo, Asia/Tokyo",
    "daily 10:00 UTC, UTC",
    "0 10 * * * Asia/Tokyo, Asia/Tokyo",
  })
  void aZoneInTheTextComesBeforeThePersons(String typed, String zone) {
    assertThat(read(typed).spec()).isEqualTo(ScheduleSpec.ofCron("0 10 * * *", zone));
  }

  @Test
  void todayIsTodayInTheZoneOfTheText() {
    assertThat(read("tomorrow 9:30 Pacific/Kiritimati").spec())
        .isEqualTo(ScheduleSpec.ofAt("2026-11-26T09:30", "Pacific/Kiritimati"));
    assertThat(read("tomorrow 9:30 Pacific/Kiritimati", NOW.plus(Duration.ofHours(2))).spec())
        .isEqualTo(ScheduleSpec.ofAt("2026-11-27T09:30", "Pacific/Kiritimati"));
  }

  @Test
  void minutesFromNowAreNeverFewer() {
    assertThat(read("in 20 minutes", NOW.plusMillis(1)).spec().at()).isEqualTo("2026-11-25T10:21");
  }

  @Test
  void minutesThatEndInARepeatedHourAreCountedInUtc() {
    Instant beforeTheClocksGoBack = Instant.parse("2026-10-25T00:50:00Z");

    When.Read read = read("in 20 minutes", beforeTheClocksGoBack);

    assertThat(read.spec()).isEqualTo(ScheduleSpec.ofAt("2026-10-25T01:10", "UTC"));
    assertThat(read.hints()).extracting(Hint::kind).containsExactly(Hint.Kind.COUNTED_IN_UTC);
  }

  @Test
  void aTimeThatIsStillToComeIsToday() {
    assertThat(read("at 10:01").spec().at()).isEqualTo("2026-11-25T10:01");
    assertThat(read("at 10:00").spec().at()).isEqualTo("2026-11-26T10:00");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "every hour from 9 to 17, 0 9-17/1 * * *, ''",
    "every hour 9-17, 0 9-17/1 * * *, ''",
    "every hour from 9 to 6, 0 9-18/1 * * *, HALF_OF_DAY",
    "every hour from 22 to 6, '0 0-6,22,23 * * *', ''",
    "every 20 minutes from 9:00 to 10:40, '*/20 9,10 * * *', ''",
    "every 30 minutes between 9:00 and 12:00, */30 9-11 * * *, END_LEFT_OUT",
  })
  void aWindowIsReadAsItWasMeant(String typed, String cron, String asked) {
    When.Read read = read(typed);

    assertThat(read.schedule().next(NOW, 100))
        .isEqualTo(Schedule.of(ScheduleSpec.ofCron(cron, "Europe/Berlin")).next(NOW, 100));
    assertThat(read.hints())
        .extracting(hint -> hint.kind().name())
        .containsExactlyElementsOf(asked.isEmpty() ? List.of() : List.of(asked));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "every 40 minutes, schedule-invalid",
    "every 5 hours, schedule-invalid",
    "every 3 days 9:30, schedule-invalid",
    "every day at 9:00 and 17:30, schedule-invalid",
    "friday the 13th 9:30, schedule-invalid",
    "in 30 seconds, schedule-invalid",
    "in 9999 years, schedule-invalid",
    "first and third monday 9:30, schedule-invalid",
    "через день в 9:30, schedule-invalid",
    "every day at 9:30 until 1 january, schedule-invalid",
    "christmas 9:30, schedule-invalid",
    "25:00, schedule-invalid",
    "weekdays 9:75, schedule-invalid",
    "30 february 9:30, schedule-impossible",
    "2026-02-30 9:30, schedule-impossible",
    "31.11 9:30, schedule-impossible",
    "45/13 9:30, schedule-impossible",
    "monday 1 december 9:30, schedule-invalid",
    "0 9 30 2 *, schedule-impossible",
    "2026-11-25 09:30, schedule-impossible",
    "30 9 * *, schedule-invalid",
    "@daily, schedule-invalid",
    "daily 9:30 Europe/Moskow, zone-unknown",
    "daily 9:30 UTC+3, zone-unknown",
    "whenever 9:30, schedule-invalid",
    "every monday 9:30 9:45, schedule-invalid",
    "today, schedule-invalid",
    "'', required",
    "please, required",
  })
  void whatCannotBeReadSaysWhy(String typed, String code) {
    assertThat(notUnderstood(typed, Locale.ENGLISH).code()).isEqualTo(code);
    assertThat(notUnderstood(typed, RUSSIAN).detail()).containsPattern("[а-я]");
  }

  @Test
  void namesTheWordThatItDoesNotKnow() {
    assertThat(notUnderstood("whenever 9:30", Locale.ENGLISH))
        .isEqualTo(
            new When.NotUnderstood(
                "schedule-invalid",
                "I do not know the word “whenever” here. Write, for example: weekdays 9:30",
                "weekdays 9:30"));
  }

  @Test
  void whatTheScheduleReaderRefusesIsToldInItsWords() {
    WhenReader strict = new WhenReader(new ScheduleReader(Duration.ofMinutes(15)));

    assertThat(strict.read("every 5 minutes", BERLIN, NOW, Locale.ENGLISH))
        .isInstanceOfSatisfying(
            When.NotUnderstood.class,
            not -> assertThat(not.detail()).contains("the smallest interval here is 15 min"));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everySuggestionCanBeTyped(Reason reason) {
    for (Locale locale : List.of(Locale.ENGLISH, RUSSIAN)) {
      String example = Sentences.in(locale).example(reason);
      assertThat(read(example).certain()).as(example).isTrue();
    }
  }

  @Test
  void aTextThatIsTooLongIsNotLookedAt() {
    assertThat(notUnderstood("9:30 ".repeat(100), Locale.ENGLISH).code()).isEqualTo("too-long");
  }

  @Test
  void hintsSpeakTheReadersLanguage() {
    When when = reader.read("завтра в 3", BERLIN, NOW, RUSSIAN);

    assertThat(when)
        .isInstanceOfSatisfying(
            When.Read.class,
            read ->
                assertThat(read.hints())
                    .containsExactly(
                        new Hint(
                            Hint.Kind.HALF_OF_DAY,
                            "«3»: прочитано как 03:00; напишите 15:00, если нужна другая половина"
                                + " суток.")));
  }
}
