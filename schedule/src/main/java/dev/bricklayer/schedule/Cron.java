package dev.bricklayer.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A rule of five cron fields, as Unix reads them.
 *
 * <p>Day of month and day of week: when neither begins with a star, a day fires if <em>either</em>
 * allows it; otherwise it must be allowed by both, which is Vixie cron's rule to the letter. Days
 * of the week 0 and 7 are Sunday.
 */
public final class Cron implements Rule {

  /**
   * How far ahead a day is looked for. The rarest day that exists, 29 February on one given
   * weekday, is at most 40 years away (across 2100, which is no leap year).
   */
  private static final int YEARS_AHEAD = 41;

  private final CronField minute;
  private final CronField hour;
  private final CronField dayOfMonth;
  private final CronField month;
  private final CronField dayOfWeek;
  private final String expression;

  Cron(
      CronField minute,
      CronField hour,
      CronField dayOfMonth,
      CronField month,
      CronField dayOfWeek) {
    this.minute = minute;
    this.hour = hour;
    this.dayOfMonth = dayOfMonth;
    this.month = month;
    this.dayOfWeek = dayOfWeek;
    this.expression =
        String.join(
            " ", minute.text(), hour.text(), dayOfMonth.text(), month.text(), dayOfWeek.text());
  }

  /** The five fields as they were given, in capitals, with one space between them. */
  public String expression() {
    return expression;
  }

  CronField minute() {
    return minute;
  }

  CronField hour() {
    return hour;
  }

  CronField dayOfMonth() {
    return dayOfMonth;
  }

  CronField month() {
    return month;
  }

  CronField dayOfWeek() {
    return dayOfWeek;
  }

  /** Whether a day fires when either of the two day fields allows it. */
  boolean eitherDayField() {
    return !dayOfMonth.beginsWithStar() && !dayOfWeek.beginsWithStar();
  }

  boolean allows(LocalDate date) {
    boolean byMonthDay = dayOfMonth.allows(date.getDayOfMonth());
    boolean byWeekday = dayOfWeek.allows(date.getDayOfWeek().getValue());
    return month.allows(date.getMonthValue())
        && (eitherDayField() ? byMonthDay || byWeekday : byMonthDay && byWeekday);
  }

  @Override
  public @Nullable LocalDateTime firstFrom(LocalDateTime from) {
    LocalDate today = from.toLocalDate();
    if (allows(today)) {
      LocalDateTime later = firstOfDayFrom(today, from.getHour(), from.getMinute());
      if (later != null) {
        return later;
      }
    }
    LocalDate day = firstDayFrom(today.plusDays(1));
    return day == null ? null : firstOfDayFrom(day, 0, 0);
  }

  private @Nullable LocalDateTime firstOfDayFrom(LocalDate day, int fromHour, int fromMinute) {
    int atHour = hour.firstFrom(fromHour);
    int atMinute = minute.firstFrom(atHour == fromHour ? fromMinute : 0);
    if (atHour == fromHour && atMinute < 0) {
      atHour = hour.firstFrom(fromHour + 1);
      atMinute = minute.firstFrom(0);
    }
    return atHour < 0 ? null : day.atTime(atHour, atMinute);
  }

  private @Nullable LocalDate firstDayFrom(LocalDate start) {
    LocalDate end = start.plusYears(YEARS_AHEAD);
    LocalDate day = start;
    while (day.isBefore(end)) {
      if (!month.allows(day.getMonthValue())) {
        day = day.withDayOfMonth(1).plusMonths(1);
      } else if (allows(day)) {
        return day;
      } else {
        day = day.plusDays(1);
      }
    }
    return null;
  }

  /**
   * Yes when the hour is a star or a range, with or without step and also as part of a list, or
   * when there is more than one minute.
   */
  @Override
  public boolean firesInBothPasses() {
    return hour.hasStarOrRange() || minute.count() > 1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cron cron && expression.equals(cron.expression);
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }

  @Override
  public String toString() {
    return "Cron[" + expression + "]";
  }
}
