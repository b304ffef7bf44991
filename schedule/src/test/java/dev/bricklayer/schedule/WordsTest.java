package dev.bricklayer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.schedule.ScheduleSpec.Every;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a schedule says of itself: how it reads, and that it is true. */
class WordsTest {

  private static final Locale RUSSIAN = Locale.of("ru");
  private static final String ZONE = "Europe/Moscow";

  private static final List<LocalTime> TIMES =
      IntStream.range(0, 24 * 60).mapToObj(LocalTime.MIN::plusMinutes).toList();

  private static final List<LocalDate> DAYS =
      LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2031, 1, 1)).toList();

  private final Seed seed = Seed.fresh();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "30 9 * * *          | every day at 09:30 | каждый день в 09:30",
        "30 9 * * MON-FRI    | on weekdays at 09:30 | по будням в 09:30",
        "0 12 * * 0,6        | at weekends at 12:00 | по выходным в 12:00",
        "0 10 * * 1,3,5      | on Mondays, Wednesdays and Fridays at 10:00"
            + " | по понедельникам, средам и пятницам в 10:00",
        "0 9,18 * * *        | every day at 09:00 and 18:00 | каждый день в 09:00 и 18:00",
        "* * * * *           | every minute | каждую минуту",
        "*/2 * * * *         | every 2 minutes | каждые 2 минуты",
        "*/15 * * * *        | every 15 minutes | каждые 15 минут",
        "0 * * * *           | every hour | каждый час",
        "30 * * * *          | every day, every hour from 00:30 to 23:30"
            + " | каждый день, каждый час с 00:30 до 23:30",
        "0 */2 * * *         | every 2 hours | каждые 2 часа",
        "*/15 9-17 * * 1-5   | on weekdays, every 15 minutes from 09:00 to 17:45"
            + " | по будням, каждые 15 минут с 09:00 до 17:45",
        "0-21/21 * * * 7     | on Sundays, at minutes 0 and 21 of every hour"
            + " | по воскресеньям, в минуты 0 и 21 каждого часа",
        "*/7 9-17 * * *      | every day, at minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56 of the"
            + " hours 9–17 | каждый день, в минуты 0, 7, 14, 21, 28, 35, 42, 49 и 56 часов 9–17",
        "0 9 1 * *           | on the 1st of every month at 09:00 | 1 числа каждого месяца в 09:00",
        "0 9 1,15,20-25 * *  | on the 1st, 15th and 20th–25th of every month at 09:00"
            + " | 1, 15 и 20–25 числа каждого месяца в 09:00",
        "0 9 1,2 * *         | on the 1st and 2nd of every month at 09:00"
            + " | 1 и 2 числа каждого месяца в 09:00",
        "0 9 22 3,9 *        | on the 22nd of March and September at 09:00"
            + " | 22 числа марта и сентября в 09:00",
        "0 9 */2 * *         | on every 2nd day from the 1st to the 31st of every month at 09:00"
            + " | каждый 2-й день с 1 по 31 число каждого месяца в 09:00",
        "0 9 22 3 *          | every year on 22 March at 09:00 | каждый год 22 марта в 09:00",
        "0 9 * 6-8 MON       | on Mondays in June, July and August at 09:00"
            + " | по понедельникам в июне, июле и августе в 09:00",
        "0 0 13 * FRI        | on the 13th of every month and also on Fridays at 00:00"
            + " | 13 числа каждого месяца, а также по пятницам в 00:00",
        "0 0 */15 * FRI      | on Fridays falling on the 1st, 16th and 31st of every month at 00:00"
            + " | по пятницам, выпавшим на 1, 16 и 31 числа каждого месяца в 00:00",
      })
  void cronInWords(String cron, String english, String russian) {
    Schedule schedule = Schedule.of(ScheduleSpec.ofCron(cron, ZONE));

    assertThat(schedule.inWords(Locale.ENGLISH)).isEqualTo(english + " (Europe/Moscow)");
    assertThat(schedule.inWords(RUSSIAN)).isEqualTo(russian + " (Europe/Moscow)");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1  | TUE     | on Tuesdays at 09:30, from 13 October 2026"
            + " | по вторникам в 09:30, начиная с 13 октября 2026 года",
        "2  | TUE,THU | every 2 weeks on Tuesdays and Thursdays at 09:30, from 13 October"
            + " 2026 | каждые 2 недели по вторникам и четвергам в 09:30, начиная с 13 октября 2026"
            + " года",
        "5  | SUN     | every 5 weeks on Sundays at 09:30, from 13 October 2026"
            + " | каждые 5 недель по воскресеньям в 09:30, начиная с 13 октября 2026 года",
        "21 | MON     | every 21 weeks on Mondays at 09:30, from 13 October 2026"
            + " | каждую 21 неделю по понедельникам в 09:30, начиная с 13 октября 2026 года",
      })
  void weeksInWords(int weeks, String on, String english, String russian) {
    Every every = Every.weeks(weeks, List.of(on.split(",")), "9:30", "2026-10-13");
    Schedule schedule = Schedule.of(ScheduleSpec.ofEvery(every, ZONE));

    assertThat(schedule.inWords(Locale.ENGLISH)).isEqualTo(english + " (Europe/Moscow)");
    assertThat(schedule.inWords(RUSSIAN)).isEqualTo(russian + " (Europe/Moscow)");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2nd TUE  | on the 2nd Tuesday of every month at 09:30"
            + " | во 2-й вторник каждого месяца в 09:30",
        "1st WED  | on the 1st Wednesday of every month at 09:30"
            + " | в 1-ю среду каждого месяца в 09:30",
        "3rd SUN  | on the 3rd Sunday of every month at 09:30"
            + " | в 3-е воскресенье каждого месяца в 09:30",
        "last FRI | on the last Friday of every month at 09:30"
            + " | в последнюю пятницу каждого месяца в 09:30",
        "last MON | on the last Monday of every month at 09:30"
            + " | в последний понедельник каждого месяца в 09:30",
        "last DAY | on the last day of every month at 09:30"
            + " | в последний день каждого месяца в 09:30",
        "last SUN | on the last Sunday of every month at 09:30"
            + " | в последнее воскресенье каждого месяца в 09:30",
      })
  void aWeekdayOfTheMonthInWords(String month, String english, String russian) {
    Schedule schedule = Schedule.of(ScheduleSpec.ofEvery(Every.month(month, "9:30"), ZONE));

    assertThat(schedule.inWords(Locale.ENGLISH)).isEqualTo(english + " (Europe/Moscow)");
    assertThat(schedule.inWords(RUSSIAN)).isEqualTo(russian + " (Europe/Moscow)");
  }

  @Test
  void whoeverReadsTheWordsExpectsTheDaysAndTimesThatFire() {
    RandomSpecs specs = new RandomSpecs(seed.random());
    WordsReader english = new WordsReader(WordsReader.ENGLISH);
    WordsReader russian = new WordsReader(WordsReader.RUSSIAN);
    for (int i = 0; i < 1_500; i++) {
      ScheduleSpec spec = specs.any(LocalDateTime.of(2028, 2, 29, 2, 30), ZONE);
      Schedule schedule = Schedule.of(spec);
      saysWhatFires(spec, schedule.inWords(Locale.ENGLISH), english);
      saysWhatFires(spec, schedule.inWords(RUSSIAN), russian);
    }
  }

  private void saysWhatFires(ScheduleSpec spec, String words, WordsReader reader) {
    Oracle fires = Oracle.of(spec);
    Oracle said = reader.read(words, ZONE);

    assertThat(TIMES.stream().filter(said.time()))
        .as("times of “%s” for %s, %s", words, spec, seed)
        .containsExactlyElementsOf(TIMES.stream().filter(fires.time()).toList());
    assertThat(DAYS.stream().filter(said.day()))
        .as("days of “%s” for %s, %s", words, spec, seed)
        .containsExactlyElementsOf(DAYS.stream().filter(fires.day()).toList());
  }
}
