package dev.bricklayer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bricklayer.schedule.ScheduleSpec.Every;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal with its pointer, its code and the words that mend it. */
class ScheduleReaderTest {

  private static final Instant NOW = Instant.parse("2026-10-12T08:00:00Z");
  private static final Locale RUSSIAN = Locale.of("ru");
  private static final String BERLIN = "Europe/Berlin";

  private final ScheduleReader reader = new ScheduleReader();

  private List<Reading.Problem> problems(ScheduleSpec spec, Locale locale) {
    return switch (reader.read(spec, NOW, locale)) {
      case Reading.Accepted accepted -> throw new AssertionError("accepted " + accepted);
      case Reading.Rejected rejected -> rejected.problems();
    };
  }

  private Reading.Problem onlyProblem(ScheduleSpec spec) {
    List<Reading.Problem> problems = problems(spec, Locale.ENGLISH);
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  private List<String> pointersAndCodes(ScheduleSpec spec) {
    return problems(spec, Locale.ENGLISH).stream().map(p -> p.pointer() + " " + p.code()).toList();
  }

  private List<Reading.Warning> warnings(ScheduleSpec spec) {
    return switch (reader.read(spec, NOW, Locale.ENGLISH)) {
      case Reading.Accepted accepted -> accepted.warnings();
      case Reading.Rejected rejected -> throw new AssertionError("rejected " + rejected);
    };
  }

  private List<String> warningCodes(ScheduleSpec spec) {
    return warnings(spec).stream().map(Reading.Warning::code).toList();
  }

  @Test
  void sixFieldsAreRefusedWithAWordWhy() {
    assertThat(onlyProblem(ScheduleSpec.ofCron("0 30 9 * * MON-FRI", BERLIN)))
        .isEqualTo(
            new Reading.Problem(
                "/cron",
                "schedule-invalid",
                "Cron has five fields here: minute hour day-of-month month day-of-week. You gave"
                    + " six: seconds are not supported, leave the first one out."));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "75 9 * * *       | Minute (the first field): it goes from 0 to 59; you gave 75.",
        "0 24 * * *       | Hour (the second field): it goes from 0 to 23; you gave 24.",
        "0 9 0 * *        | Day of month (the third field): it goes from 1 to 31; you gave 0.",
        "0 9 * 13 *       | Month (the fourth field): it goes from 1 to 12; you gave 13.",
        "0 9 * * 8        | Day of week (the fifth field): it goes from 0 to 7; you gave 8.",
        "0 22-2 * * *     | Hour (the second field): the range 22-2 runs backwards: write"
            + " 22-23,0-2.",
        "0 9 * * FRI-TUE  | Day of week (the fifth field): the range FRI-TUE runs backwards:"
            + " write FRI-SUN,MON-TUE.",
        "5/15 * * * *     | Minute (the first field): a step needs a range: write 5-59/15 instead"
            + " of 5/15.",
        "*/0 * * * *      | Minute (the first field): the step “0” is not a number above zero, as"
            + " in */15.",
        "*/90 * * * *     | Minute (the first field): a step of 90 is longer than the range from 0"
            + " to 59: write the one value that you mean.",
        "1,,2 * * * *     | Minute (the first field): there is nothing between two commas, or"
            + " before or after one; leave that comma out.",
        "a * * * *        | Minute (the first field): “A” is not a number; write for example 5,"
            + " 10-20, 0,30 or */15.",
        "0 9 * FEBR *     | Month (the fourth field): “FEBR” is neither a number nor a name from"
            + " JAN…DEC.",
        "0 9 ? * MON      | Day of month (the third field): “?” belongs to other kinds of cron. For"
            + " any day write *; for the last Friday of the month use every with month.",
        "0 9 * * FRI#2    | Day of week (the fifth field): “FRI#2” belongs to other kinds of cron."
            + " For any day write *; for the last Friday of the month use every with month.",
        "@daily           | @daily is not read here: write 0 0 * * *.",
        "9 * * *          | Cron has five fields here: minute hour day-of-month month day-of-week."
            + " You gave 4. For example, 30 9 * * MON-FRI is 09:30 on weekdays.",
      })
  void aCronThatCannotBeReadSaysWhatToWrite(String cron, String detail) {
    assertThat(onlyProblem(ScheduleSpec.ofCron(cron, BERLIN)))
        .isEqualTo(new Reading.Problem("/cron", "schedule-invalid", detail));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5\u2028 * * * *", "5\u2029 * * * *", "5\u0007 * * * *"})
  void whatIsQuotedStaysOnItsLine(String cron) {
    assertThat(onlyProblem(ScheduleSpec.ofCron(cron, BERLIN)).detail()).contains("“5 ”");
  }

  @Test
  void everyFieldThatCannotBeReadIsNamedAtOnce() {
    assertThat(problems(ScheduleSpec.ofCron("60 24 * * *", "Nowhere"), Locale.ENGLISH))
        .extracting(Reading.Problem::pointer)
        .containsExactly("/timeZone", "/cron", "/cron");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 9 30 2 *", "0 9 31 2,4,6,9,11 *", "0 9 31 4 *", "0 9 30-31 FEB *"})
  void aDayThatNoMonthHasIsRefused(String cron) {
    assertThat(pointersAndCodes(ScheduleSpec.ofCron(cron, BERLIN)))
        .containsExactly("/cron schedule-impossible");
  }

  @Test
  void anImpossibleDayIsFineWhereAWeekdayWillDo() {
    assertThat(warningCodes(ScheduleSpec.ofCron("0 9 30 2 MON", BERLIN))).contains("either-day");
  }

  @Test
  void exactlyOneWayToSayWhenIsWanted() {
    assertThat(pointersAndCodes(new ScheduleSpec(null, null, null, BERLIN)))
        .containsExactly(" required");
    assertThat(pointersAndCodes(new ScheduleSpec("* * * * *", "2027-01-01T00:00", null, BERLIN)))
        .containsExactly(" schedule-invalid");
  }

  @Test
  void aZoneIsWantedAndANearOneSuggested() {
    assertThat(problems(new ScheduleSpec("0 9 * * *", null, null, null), Locale.ENGLISH))
        .extracting(Reading.Problem::pointer, Reading.Problem::code)
        .containsExactly(tuple("/timeZone", "required"));
    assertThat(onlyProblem(ScheduleSpec.ofCron("0 9 * * *", "Europe/Moskow")))
        .isEqualTo(
            new Reading.Problem(
                "/timeZone",
                "zone-unknown",
                "There is no time zone “Europe/Moskow”; did you mean Europe/Moscow?"));
    assertThat(onlyProblem(ScheduleSpec.ofCron("0 9 * * *", "new york")).detail())
        .endsWith("did you mean America/New_York?");
    assertThat(onlyProblem(ScheduleSpec.ofCron("0 9 * * *", "\u0000xyzzyxyzzy")).detail())
        .isEqualTo("There is no time zone “ xyzzyxyzzy”; write a name like Europe/Moscow.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC+3", "GMT+3", "+03:00", "-3", "gmt+0300"})
  void anOffsetIsNoZoneAndNothingOfOppositeSignIsSuggested(String offset) {
    Reading.Problem problem = onlyProblem(ScheduleSpec.ofCron("0 9 * * *", offset));

    assertThat(problem.code()).isEqualTo("zone-unknown");
    assertThat(problem.detail()).contains("is an offset").doesNotContain("Etc/");
  }

  @Test
  void aOneOffInThePastIsImpossible() {
    assertThat(pointersAndCodes(ScheduleSpec.ofAt("2026-10-12T10:00", BERLIN)))
        .containsExactly("/at schedule-impossible");
    assertThat(warnings(ScheduleSpec.ofAt("2026-10-12T10:01", BERLIN))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T09:30Z      | schedule-invalid | carries an offset",
        "2026-12-01T09:30+03:00 | schedule-invalid | carries an offset",
        "2026-12-01T09:30:15    | schedule-invalid | write it like 2026-12-01T09:30",
        "2026-02-30T09:30       | schedule-invalid | is not in the calendar",
        "2026-12-01T24:30       | schedule-invalid | is not in the calendar",
        "tomorrow               | schedule-invalid | write it like 2026-12-01T09:30",
        "' '                    | required         | Give a local date and time",
      })
  void aOneOffThatCannotBeReadSaysWhatToWrite(String at, String code, String words) {
    Reading.Problem problem = onlyProblem(ScheduleSpec.ofAt(at, BERLIN));

    assertThat(problem.pointer()).isEqualTo("/at");
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.detail()).contains(words);
  }

  @Test
  void everyPartOfEveryIsNamed() {
    Every nothing = new Every(null, null, null, null, null);
    Every both = new Every(2, List.of("TUE"), "2nd TUE", "09:30", "2026-10-13");
    Every bare = new Every(2, null, null, null, null);
    Every wrong = Every.weeks(0, Arrays.asList("TUE", "Dienstag", null), "25:00", "13.10.2026");
    Every monthly = new Every(null, List.of("TUE"), "6th TUE", "9.30", "2026-02-30");

    assertThat(pointersAndCodes(ScheduleSpec.ofEvery(nothing, BERLIN)))
        .containsExactly("/every required");
    assertThat(pointersAndCodes(ScheduleSpec.ofEvery(both, BERLIN)))
        .containsExactly("/every schedule-invalid");
    assertThat(pointersAndCodes(ScheduleSpec.ofEvery(bare, BERLIN)))
        .containsExactly("/every/on required", "/every/at required", "/every/from required");
    assertThat(pointersAndCodes(ScheduleSpec.ofEvery(wrong, BERLIN)))
        .containsExactly(
            "/every/weeks invalid",
            "/every/on/1 invalid",
            "/every/on/2 invalid",
            "/every/at invalid",
            "/every/from invalid");
    assertThat(pointersAndCodes(ScheduleSpec.ofEvery(monthly, BERLIN)))
        .containsExactly(
            "/every/on invalid",
            "/every/from invalid",
            "/every/at invalid",
            "/every/month invalid");
  }

  @Test
  void whatIsTooLongIsNotReadAtAll() {
    String endless = "9".repeat(100_000);

    assertThat(pointersAndCodes(ScheduleSpec.ofCron(endless, endless)))
        .containsExactly("/timeZone too-long", "/cron too-long");
    assertThat(pointersAndCodes(ScheduleSpec.ofAt(endless, BERLIN)))
        .containsExactly("/at too-long");
    assertThat(
            pointersAndCodes(
                ScheduleSpec.ofEvery(
                    new Every(2, List.of(endless), null, endless, endless), BERLIN)))
        .containsExactly("/every/on/0 too-long", "/every/at too-long", "/every/from too-long");
    assertThat(
            pointersAndCodes(
                ScheduleSpec.ofEvery(
                    new Every(1, Collections.nCopies(8, "MON"), null, "9:30", null), BERLIN)))
        .containsExactly("/every/on too-long");
    assertThat(pointersAndCodes(ScheduleSpec.ofEvery(Every.month(endless, "9:30"), BERLIN)))
        .containsExactly("/every/month too-long");
  }

  @Test
  void theSmallestIntervalIsASetting() {
    ScheduleReader fiveMinutes = new ScheduleReader(Duration.ofMinutes(5));

    assertThat(fiveMinutes.read(ScheduleSpec.ofCron("*/5 * * * *", BERLIN), NOW, Locale.ENGLISH))
        .isInstanceOf(Reading.Accepted.class);
    assertThat(fiveMinutes.read(ScheduleSpec.ofCron("0,58 * * * *", BERLIN), NOW, Locale.ENGLISH))
        .isEqualTo(
            new Reading.Rejected(
                List.of(
                    new Reading.Problem(
                        "/cron",
                        "schedule-invalid",
                        "This is due every 2 min at its closest; the smallest interval here is 5"
                            + " min. Leave more time in between."))));
    assertThat(fiveMinutes.read(ScheduleSpec.ofCron("0 0,9 * * MON", BERLIN), NOW, Locale.ENGLISH))
        .isInstanceOf(Reading.Accepted.class);
  }

  @Test
  void refusesInRussian() {
    assertThat(problems(ScheduleSpec.ofCron("0 25 * * *", BERLIN), RUSSIAN))
        .containsExactly(
            new Reading.Problem(
                "/cron",
                "schedule-invalid",
                "Час (второе поле): значения идут от 0 до 23, а указано 25."));
  }

  @Test
  void warnsOfWhatIsOddAndKeepsIt() {
    assertThat(warnings(ScheduleSpec.ofCron("* * * * *", BERLIN)))
        .containsExactly(new Reading.Warning("frequent", "This is often: 1440 times a day."));
    assertThat(warnings(ScheduleSpec.ofCron("0 9 31 * *", BERLIN)))
        .containsExactly(
            new Reading.Warning(
                "rare-day",
                "There is no day 31 in February, April, June, September and November: nothing is"
                    + " due then."));
    assertThat(warnings(ScheduleSpec.ofCron("30 2 * * *", BERLIN)))
        .containsExactly(
            new Reading.Warning(
                "clock-skips",
                "The clocks skip 02:30 on 28 March 2027: it is due on 28 March 2027 at 03:00"
                    + " instead."));
    assertThat(warningCodes(ScheduleSpec.ofCron("0 9 29 2 *", BERLIN))).containsExactly("rare-day");
    assertThat(warningCodes(ScheduleSpec.ofAt("2026-10-25T02:30", BERLIN)))
        .containsExactly("clock-repeats");
    assertThat(warningCodes(ScheduleSpec.ofAt("2027-03-28T02:30", BERLIN)))
        .containsExactly("clock-skips");
    assertThat(warningCodes(ScheduleSpec.ofEvery(Every.month("5th SUN", "02:30"), "UTC")))
        .containsExactly("rare-day");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"30 9 * * MON-FRI", "0 * * * *", "*/15 * * * *", "0 9 1,15 * *", "0 9 * * 1,3"})
  void hasNothingToSayAboutAnOrdinarySchedule(String cron) {
    assertThat(warnings(ScheduleSpec.ofCron(cron, BERLIN))).isEmpty();
  }
}
