package dev.bricklayer.schedule;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads five cron fields and explains what other dialects of cron write. */
final class CronReader {

  private static final int LONGEST = 200;

  private static final Map<String, String> SHORTHANDS =
      Map.of(
          "@YEARLY", "0 0 1 1 *",
          "@ANNUALLY", "0 0 1 1 *",
          "@MONTHLY", "0 0 1 * *",
          "@WEEKLY", "0 0 * * 0",
          "@DAILY", "0 0 * * *",
          "@MIDNIGHT", "0 0 * * *",
          "@HOURLY", "0 * * * *");

  private CronReader() {}

  static @Nullable Cron read(String given, Findings findings) {
    if (findings.tooLong("/cron", given, LONGEST)) {
      return null;
    }
    // Phones turn a hyphen between words into a dash.
    String text = given.strip().replaceAll("[–—]", "-").toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      findings.add("/cron", Findings.Code.REQUIRED, "cron.blank");
      return null;
    }
    String shorthand = SHORTHANDS.get(text);
    if (shorthand != null) {
      findings.add("/cron", Findings.Code.SCHEDULE_INVALID, "cron.shorthand", given, shorthand);
      return null;
    }
    List<String> words = List.of(text.split("\\s+"));
    return words.size() == CronField.Unit.values().length
        ? readFields(words, findings)
        : refuseCount(words.size(), findings);
  }

  private static @Nullable Cron readFields(List<String> words, Findings findings) {
    List<CronField> fields = new ArrayList<>();
    Iterator<String> word = words.iterator();
    for (CronField.Unit unit : CronField.Unit.values()) {
      CronField field = CronFieldReader.read(unit, word.next(), findings);
      if (field != null) {
        fields.add(field);
      }
    }
    return findings.any() || fields.size() < words.size()
        ? null
        : new Cron(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
  }

  private static @Nullable Cron refuseCount(int count, Findings findings) {
    if (count == 6) {
      findings.add("/cron", Findings.Code.SCHEDULE_INVALID, "cron.six");
    } else {
      findings.add("/cron", Findings.Code.SCHEDULE_INVALID, "cron.count", count);
    }
    return null;
  }
}
