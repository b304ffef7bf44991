package dev.bricklayer.schedule.when;

import static dev.bricklayer.schedule.when.Aspect.AFTER;
import static dev.bricklayer.schedule.when.Aspect.BOTH;
import static dev.bricklayer.schedule.when.Aspect.DATE;
import static dev.bricklayer.schedule.when.Aspect.EITHER;
import static dev.bricklayer.schedule.when.Aspect.EVERY;
import static dev.bricklayer.schedule.when.Aspect.HOURS;
import static dev.bricklayer.schedule.when.Aspect.LAST_DAY;
import static dev.bricklayer.schedule.when.Aspect.MINUTES;
import static dev.bricklayer.schedule.when.Aspect.MONTHLY;
import static dev.bricklayer.schedule.when.Aspect.MONTHS;
import static dev.bricklayer.schedule.when.Aspect.MONTH_DAYS;
import static dev.bricklayer.schedule.when.Aspect.NTH;
import static dev.bricklayer.schedule.when.Aspect.ONCE;
import static dev.bricklayer.schedule.when.Aspect.PART_OF_DAY;
import static dev.bricklayer.schedule.when.Aspect.START;
import static dev.bricklayer.schedule.when.Aspect.STEP;
import static dev.bricklayer.schedule.when.Aspect.TIMES;
import static dev.bricklayer.schedule.when.Aspect.WEEKDAYS;
import static dev.bricklayer.schedule.when.Aspect.WEEKS;
import static dev.bricklayer.schedule.when.Aspect.WINDOW;
import static dev.bricklayer.schedule.when.Aspect.YEAR;
import static dev.bricklayer.schedule.when.Aspect.YEARLY;

import dev.bricklayer.schedule.ScheduleSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All ways in which what was said makes a schedule. The first that has room for everything is it.
 */
final class Forms {

  private static final Set<Aspect<?>> CLOCK = Set.of(TIMES, PART_OF_DAY);
  private static final Set<Aspect<?>> DAYS =
      Set.of(WEEKDAYS, MONTH_DAYS, MONTHS, MONTHLY, YEARLY, EITHER, BOTH, EVERY);

  private static final List<Form> ALL =
      List.of(
          Form.needing(Set.of(AFTER), and(CLOCK, ONCE), OneOffs::after),
          Form.needing(Set.of(DATE), and(CLOCK, ONCE, WEEKDAYS), OneOffs::onDate),
          Form.needing(
                  Set.of(MONTH_DAYS, MONTHS),
                  and(CLOCK, ONCE, YEAR, WEEKDAYS),
                  OneOffs::onDayOfMonth)
              .when(OneOffs::isOneDay),
          Form.needing(Set.of(WEEKDAYS), and(CLOCK, ONCE), OneOffs::onWeekday)
              .when(OneOffs::isOneWeekday),
          Form.needing(Set.of(TIMES), and(CLOCK, ONCE), OneOffs::atTime).when(OneOffs::isOneTime),
          Form.needing(Set.of(NTH, WEEKDAYS), and(CLOCK, EVERY, MONTHLY), Weekly::nthOfMonth),
          Form.needing(Set.of(LAST_DAY), and(CLOCK, EVERY, MONTHLY), Weekly::lastDayOfMonth),
          Form.needing(Set.of(WEEKS), and(CLOCK, EVERY, WEEKDAYS, START), Weekly::everyWeeks)
              .when(Weekly::countsWeeks),
          Form.needing(Set.of(WEEKS), and(CLOCK, EVERY, WEEKDAYS), Weekly::eachWeek),
          Form.needing(Set.of(START), and(CLOCK, EVERY, WEEKDAYS), Weekly::fromStart),
          Form.needing(Set.of(STEP), and(DAYS, WINDOW), Crons::stepping),
          Form.needing(Set.of(STEP, MINUTES), DAYS, Crons::minutesOfEveryHour)
              .when(Crons::isHourly),
          Form.needing(Set.of(MINUTES, HOURS), DAYS, Crons::minutesOfHours),
          Form.needing(Set.of(), and(DAYS, TIMES, PART_OF_DAY), Crons::timesOfDays));

  private Forms() {}

  /** The schedule that was meant, without a zone; null after a complaint. */
  static @Nullable ScheduleSpec sense(Said said) {
    for (Form form : ALL) {
      if (form.fits(said)) {
        return form.sense().of(said);
      }
    }
    said.complain(said.isOneMoment() ? Reason.ONE_MOMENT : Reason.TOGETHER);
    return null;
  }

  private static Set<Aspect<?>> and(Set<Aspect<?>> some, Aspect<?>... more) {
    Set<Aspect<?>> all = new HashSet<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
