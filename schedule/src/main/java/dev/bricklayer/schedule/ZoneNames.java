package dev.bricklayer.schedule;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Time zones by the names that this JDK's time zone data knows. */
final class ZoneNames {

  private static final int LONGEST = 64;
  private static final int FARTHEST_SUGGESTION = 3;

  /** Anything is a few typing errors away from a shorter word. */
  private static final int SHORTEST_TYPO = 5;

  private static final Pattern OFFSET = Pattern.compile("(utc|gmt)?[+-]\\d{1,2}(:?\\d{2})?");

  private static final Map<String, String> BY_LOWER_CASE =
      ZoneId.getAvailableZoneIds().stream()
          .collect(
              Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), Function.identity()));

  /**
   * What may be suggested, in alphabetical order. {@code Etc/GMT+3} may not: its sign means the
   * opposite of what people type.
   */
  private static final List<String> CITIES =
      BY_LOWER_CASE.keySet().stream()
          .filter(id -> id.indexOf('/') > 0)
          .filter(id -> !id.startsWith("etc/") && !id.startsWith("systemv/"))
          .sorted()
          .toList();

  private ZoneNames() {}

  /** Case does not matter, as nobody remembers that of {@code America/Port_of_Spain}. */
  static @Nullable ZoneId read(@Nullable String text, Findings findings) {
    if (text == null || text.isBlank()) {
      findings.add("/timeZone", Findings.Code.REQUIRED, "zone.none");
      return null;
    }
    if (findings.tooLong("/timeZone", text, LONGEST)) {
      return null;
    }
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    String id = BY_LOWER_CASE.get(wanted);
    if (id == null) {
      refuse(text, wanted, findings);
      return null;
    }
    return ZoneId.of(id);
  }

  private static void refuse(String text, String wanted, Findings findings) {
    if (OFFSET.matcher(wanted).matches()) {
      findings.add("/timeZone", Findings.Code.ZONE_UNKNOWN, "zone.offset", text);
      return;
    }
    String near = nearest(wanted.replace(' ', '_'));
    if (near == null) {
      findings.add("/timeZone", Findings.Code.ZONE_UNKNOWN, "zone.unknown", text);
    } else {
      findings.add("/timeZone", Findings.Code.ZONE_UNKNOWN, "zone.near", text, near);
    }
  }

  /** The zone whose name, or whose city, is a few typing errors away. */
  private static @Nullable String nearest(String wanted) {
    String nearest = null;
    int least = FARTHEST_SUGGESTION + 1;
    for (String known : CITIES) {
      int distance = distance(wanted, known);
      if (distance < least) {
        least = distance;
        nearest = BY_LOWER_CASE.get(known);
      }
    }
    return nearest;
  }

  private static int distance(String wanted, String known) {
    String city = known.substring(known.lastIndexOf('/') + 1);
    if (wanted.equals(city)) {
      return 0;
    }
    return wanted.length() < SHORTEST_TYPO
        ? FARTHEST_SUGGESTION + 1
        : Math.min(edits(wanted, known), edits(wanted, city));
  }

  /** Levenshtein's distance. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
