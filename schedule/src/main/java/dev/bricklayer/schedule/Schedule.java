package dev.bricklayer.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule in a time zone: the one place that knows at which instants a reminder is due.
 *
 * <p>Local times are wall-clock times. Local times that the clocks skip collapse into the first
 * instant after the gap. Local times that the clocks repeat fire once, in the first pass, unless
 * the rule {@linkplain Rule#firesInBothPasses() means both}.
 */
public record Schedule(Rule rule, ZoneId zone) {

  /**
   * Reads what was accepted before, such as a stored schedule. A one-off in the past is fine here.
   *
   * @throws IllegalArgumentException when it cannot be read: input of people and programs belongs
   *     to {@link ScheduleReader}
   */
  public static Schedule of(ScheduleSpec spec) {
    return ScheduleReader.readStored(spec);
  }

  /** The first instant that is later than {@code after}; none when the rule has ended. */
  public Optional<Instant> nextAfter(Instant after) {
    return Optional.ofNullable(firstAfter(after));
  }

  /** The next {@code n} instants later than {@code after}; fewer when the rule ends. */
  public List<Instant> next(Instant after, int n) {
    return instantsAfter(after).limit(n).toList();
  }

  /**
   * All instants later than {@code after}, ascending, computed as they are asked for; endless for
   * most rules.
   */
  public Stream<Instant> instantsAfter(Instant after) {
    return Stream.iterate(firstAfter(after), i -> i != null, i -> firstAfter(i));
  }

  /** Whether the rule has one occurrence only. */
  public boolean isOnce() {
    return rule instanceof Once;
  }

  /** The canonical wire form: reading it gives an equal schedule. */
  public ScheduleSpec toSpec() {
    String id = zone.getId();
    return switch (rule) {
      case Cron cron -> ScheduleSpec.ofCron(cron.expression(), id);
      case Once once -> ScheduleSpec.ofAt(once.at().toString(), id);
      case EveryWeeks every -> ScheduleSpec.ofEvery(wireForm(every), id);
      case MonthlyWeekday every ->
          ScheduleSpec.ofEvery(
              ScheduleSpec.Every.month(
                  every.ordinal().text() + " " + code(every.day()), every.at().toString()),
              id);
      case LastDayOfMonth every ->
          ScheduleSpec.ofEvery(
              ScheduleSpec.Every.month(LastDayOfMonth.NAME, every.at().toString()), id);
    };
  }

  private static ScheduleSpec.Every wireForm(EveryWeeks every) {
    List<String> on = every.on().stream().map(Schedule::code).toList();
    String from = every.from() == null ? null : every.from().toString();
    return ScheduleSpec.Every.weeks(every.weeks(), on, every.at().toString(), from);
  }

  private static String code(DayOfWeek day) {
    return day.name().substring(0, 3);
  }

  /**
   * The rule in words with its zone, 24-hour clock, for example {@code on weekdays at 09:30
   * (Europe/Moscow)}. Russian for {@code ru}, English for every other language.
   */
  public String inWords(Locale locale) {
    return Language.of(locale).inWords(this);
  }

  private @Nullable Instant firstAfter(Instant after) {
    ZoneRules rules = zone.getRules();
    ZoneOffset offset = rules.getOffset(after);
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(after.getEpochSecond(), after.getNano(), offset);
    LocalDateTime from = local.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    // A local time that came from an instant exists, so this is an overlap or nothing.
    ZoneOffsetTransition overlap = rules.getTransition(local);
    if (overlap == null) {
      return firstPass(rules, rule.firstFrom(from));
    }
    return offset.equals(overlap.getOffsetBefore())
        ? afterFirstPassOf(overlap, rules, from)
        : afterSecondPassOf(overlap, rules, from);
  }

  private @Nullable Instant afterFirstPassOf(
      ZoneOffsetTransition overlap, ZoneRules rules, LocalDateTime from) {
    LocalDateTime candidate = rule.firstFrom(from);
    Instant due = inPass(overlap, overlap.getOffsetBefore(), candidate);
    if (due == null && rule.firesInBothPasses()) {
      LocalDateTime again = rule.firstFrom(overlap.getDateTimeAfter());
      due = inPass(overlap, overlap.getOffsetAfter(), again);
    }
    return due == null ? firstPass(rules, candidate) : due;
  }

  private @Nullable Instant afterSecondPassOf(
      ZoneOffsetTransition overlap, ZoneRules rules, LocalDateTime from) {
    LocalDateTime end = overlap.getDateTimeBefore();
    LocalDateTime candidate = rule.firstFrom(rule.firesInBothPasses() ? from : end);
    Instant due = inPass(overlap, overlap.getOffsetAfter(), candidate);
    return due == null ? firstPass(rules, candidate) : due;
  }

  /** The instant of a local time that the overlap repeats; null for any other. */
  private static @Nullable Instant inPass(
      ZoneOffsetTransition overlap, ZoneOffset offset, @Nullable LocalDateTime local) {
    return local != null && local.isBefore(overlap.getDateTimeBefore())
        ? local.toInstant(offset)
        : null;
  }

  /** The instant of a local time: of a gap its end, of an overlap the first of the two. */
  private static @Nullable Instant firstPass(ZoneRules rules, @Nullable LocalDateTime local) {
    if (local == null) {
      return null;
    }
    ZoneOffsetTransition transition = rules.getTransition(local);
    if (transition == null) {
      return local.toInstant(rules.getOffset(local));
    }
    return transition.isGap()
        ? transition.getInstant()
        : local.toInstant(transition.getOffsetBefore());
  }
}
