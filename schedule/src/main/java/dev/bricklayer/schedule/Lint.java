package dev.bricklayer.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds what is odd about a schedule that can be kept. */
final class Lint {

  /** More often than every quarter of an hour is worth a word. */
  private static final int OFTEN_PER_DAY = 100;

  /** A year and a bit, so that a yearly clock change is met once whatever its date. */
  private static final Duration CLOCK_CHANGES_AHEAD = Duration.ofDays(400);

  private final Schedule schedule;
  private final Instant now;
  private final Messages messages;
  private final List<Reading.Warning> warnings = new ArrayList<>();

  Lint(Schedule schedule, Instant now, Messages messages) {
    this.schedule = schedule;
    this.now = now;
    this.messages = messages;
  }

  List<Reading.Warning> warnings() {
    switch (schedule.rule()) {
      case Cron cron -> {
        often(cron);
        eitherDay(cron);
        rareDay(cron);
        skippedTime();
      }
      case Once once -> clockChangeAt(once.at());
      case EveryWeeks _, LastDayOfMonth _ -> skippedTime();
      case MonthlyWeekday monthly -> {
        if (monthly.ordinal() == MonthlyWeekday.Ordinal.FIFTH) {
          warn("rare-day", "lint.fifth-weekday");
        }
        skippedTime();
      }
    }
    return warnings;
  }

  private void often(Cron cron) {
    int perDay = cron.hour().count() * cron.minute().count();
    if (perDay > OFTEN_PER_DAY) {
      warn("frequent", "lint.frequent", perDay);
    }
  }

  private void eitherDay(Cron cron) {
    if (cron.eitherDayField()) {
      warn("either-day", "lint.either-day");
    }
  }

  /** A day of the month that was asked for by itself and that some of the months do not have. */
  private void rareDay(Cron cron) {
    IntStream.rangeClosed(29, 31)
        .filter(day -> cron.dayOfMonth().allows(day) && !cron.dayOfMonth().allows(day - 1))
        .filter(_ -> !cron.dayOfMonth().beginsWithStar())
        .findFirst()
        .ifPresent(day -> rareDay(cron, day));
  }

  private void rareDay(Cron cron, int day) {
    List<Integer> without =
        cron.month().values().filter(m -> Month.of(m).maxLength() < day).boxed().toList();
    if (!without.isEmpty()) {
      warn("rare-day", "lint.months-without", day, messages.language().inMonths(without));
    } else if (day == 29 && cron.month().allows(2)) {
      warn("rare-day", "lint.leap-day");
    }
  }

  /** For rules that mean a time of day: the next night on which the clocks skip it. */
  private void skippedTime() {
    if (schedule.rule().firesInBothPasses()) {
      return;
    }
    ZoneRules rules = schedule.zone().getRules();
    Instant end = now.plus(CLOCK_CHANGES_AHEAD);
    ZoneOffsetTransition next = rules.nextTransition(now);
    while (next != null && next.getInstant().isBefore(end)) {
      LocalDateTime skipped = skippedBy(next);
      if (skipped != null) {
        warnSkipped(skipped, next);
        return;
      }
      next = rules.nextTransition(next.getInstant());
    }
  }

  private @Nullable LocalDateTime skippedBy(ZoneOffsetTransition transition) {
    LocalDateTime due = schedule.rule().firstFrom(transition.getDateTimeBefore());
    return due != null && due.isBefore(transition.getDateTimeAfter()) ? due : null;
  }

  private void clockChangeAt(LocalDateTime at) {
    ZoneOffsetTransition transition = schedule.zone().getRules().getTransition(at);
    if (transition == null) {
      return;
    }
    if (transition.isGap()) {
      warnSkipped(at, transition);
    } else {
      warn("clock-repeats", "lint.clock-repeats", at.toLocalTime());
    }
  }

  private void warnSkipped(LocalDateTime local, ZoneOffsetTransition gap) {
    LocalDateTime instead = gap.getDateTimeAfter();
    Language language = messages.language();
    warn(
        "clock-skips",
        "lint.clock-skips",
        language.date(local.toLocalDate()),
        local.toLocalTime(),
        language.date(instead.toLocalDate()),
        instead.toLocalTime());
  }

  private void warn(String code, String key, Object... arguments) {
    warnings.add(new Reading.Warning(code, messages.text(key, arguments)));
  }
}
