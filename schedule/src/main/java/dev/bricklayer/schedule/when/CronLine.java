package dev.bricklayer.schedule.when;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cron that was typed as such: five fields, or nearly. */
final class CronLine {

  private static final String TIME_FIELD = "[\\d*][\\d*/,-]*";
  private static final String DAY_FIELD = "[\\da-z*?][\\da-z*?/,#-]*";

  private static final Pattern FIVE_OR_SIX_FIELDS =
      Pattern.compile(TIME_FIELD + " " + TIME_FIELD + "(?: " + DAY_FIELD + "){3,4}");

  /** A star stands in nothing else; so the cron reader is to say what is wrong with it. */
  private static final Pattern WITH_A_STAR =
      Pattern.compile("(?=.*(?<![\\p{L}*])\\*(?![\\p{L}*]))[\\da-z*?/,# -]+");

  private static final Pattern SHORTHAND = Pattern.compile("@[a-z]+");
  private static final Pattern CRON = Pattern.compile("(?:cron:? )?(?<fields>.+)");

  private CronLine() {}

  /** The fields; null when the line is not cron. */
  static @Nullable String in(String line) {
    Matcher cron = CRON.matcher(line);
    String fields = cron.matches() ? cron.group("fields") : line;
    return FIVE_OR_SIX_FIELDS.matcher(fields).matches()
            || WITH_A_STAR.matcher(fields).matches()
            || SHORTHAND.matcher(fields).matches()
        ? fields
        : null;
  }
}
