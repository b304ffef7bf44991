package dev.bricklayer.schedule.when;

import dev.bricklayer.schedule.Reading;
import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleReader;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads short texts in English and Russian, cron, and dates: {@code weekdays 10:00}, {@code завтра
 * в 15}, {@code 30 9 * * MON-FRI}. The README of this module lists what can be said.
 *
 * <p>Both languages are always read; the locale is that of the answers. Nothing that was typed is
 * passed over: what has no place makes the text not understood. Reading the {@linkplain
 * Schedule#inWords words} of a schedule gives its days and times again. Safe for use by many
 * threads.
 */
public final class WhenReader {

  /** Twice as long as the longest words of a schedule that somebody would type. */
  private static final int LONGEST = 300;

  private final ScheduleReader schedules;

  /**
   * @param schedules judges what was read, for example by its smallest interval
   */
  public WhenReader(ScheduleReader schedules) {
    this.schedules = schedules;
  }

  /**
   * Reads what a person typed.
   *
   * @param zone of the person; a zone in the text comes before it
   * @param now today, tomorrow and "in 20 minutes" are counted from it
   * @param locale language of hints and details: Russian for {@code ru}, else English
   */
  public When read(String typed, ZoneId zone, Instant now, Locale locale) {
    return read(typed, zone, now, locale, Said::ofSchedule);
  }

  /**
   * Reads one point in time: {@code Monday}, {@code tomorrow 15:00}, {@code до 1 декабря}. A
   * weekday is the next one, and a day without a time means its beginning. What comes again and
   * again is not understood.
   *
   * @return a schedule that is due once, then
   */
  public When readMoment(String typed, ZoneId zone, Instant now, Locale locale) {
    return read(typed, zone, now, locale, Said::ofOneMoment);
  }

  private When read(
      String typed,
      ZoneId zone,
      Instant now,
      Locale locale,
      Function<ZonedDateTime, Said> nothingYet) {
    if (typed.length() > LONGEST) {
      Said nothing = nothingYet.apply(now.atZone(zone));
      nothing.complain(Reason.TOO_LONG, LONGEST);
      return notUnderstood(nothing, locale);
    }
    ZoneWords.Found line = ZoneWords.in(Typed.plain(typed));
    ZoneId known = line.known();
    Said said = nothingYet.apply(now.atZone(known == null ? zone : known));
    ScheduleSpec spec = spec(line.text(), said);
    if (spec == null || said.complaint() != null) {
      return notUnderstood(said, locale);
    }
    String zoneName = line.zone() == null ? zone.getId() : line.zone();
    return judged(spec.withDefaultZone(zoneName), said, now, locale);
  }

  private static @Nullable ScheduleSpec spec(String line, Said said) {
    String cron = CronLine.in(line);
    if (cron != null && said.isOneMoment()) {
      said.complain(Reason.ONE_MOMENT);
      return null;
    }
    if (cron != null) {
      return new ScheduleSpec(cron, null, null, null);
    }
    List<Token> tokens = Tokens.of(line);
    Phrases.read(from(tokens, said), said);
    tokens.stream()
        .filter(Token::guessed)
        .forEach(token -> said.assume(Hint.Kind.SPELLING, token.text()));
    return said.complaint() == null ? Forms.sense(said) : null;
  }

  /** Whoever is asked until when may answer {@code until Monday}. */
  private static Cursor from(List<Token> tokens, Said said) {
    Cursor words = new Cursor(tokens);
    if (said.isOneMoment()) {
      words.take(Word.TO);
    }
    return words;
  }

  private When judged(ScheduleSpec spec, Said said, Instant now, Locale locale) {
    return switch (schedules.read(spec, now, locale)) {
      case Reading.Accepted(Schedule schedule, var warnings) ->
          new When.Read(schedule.toSpec(), schedule, hints(said, warnings, locale));
      case Reading.Rejected(var problems) ->
          new When.NotUnderstood(problems.getFirst().code(), problems.getFirst().detail(), null);
    };
  }

  private static List<Hint> hints(Said said, List<Reading.Warning> warnings, Locale locale) {
    Stream<Hint> assumed = said.assumptions().stream().map(assumption -> hint(assumption, locale));
    return Stream.concat(assumed, warnings.stream().map(Hint::of)).toList();
  }

  private static Hint hint(Assumption assumption, Locale locale) {
    String key = "hint." + assumption.kind().code();
    return new Hint(assumption.kind(), Sentences.in(locale).text(key, assumption.arguments()));
  }

  private static When notUnderstood(Said said, Locale locale) {
    Sentences sentences = Sentences.in(locale);
    Complaint complaint =
        Optional.ofNullable(said.complaint()).orElseGet(() -> Complaint.of(Reason.EMPTY));
    String example = sentences.example(said.isOneMoment() ? Reason.ONE_MOMENT : complaint.reason());
    String why = sentences.text("reason." + complaint.reason().key(), complaint.arguments());
    return new When.NotUnderstood(
        complaint.reason().code(), why + " " + sentences.text("instead", example), example);
  }
}
