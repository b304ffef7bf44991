package dev.bricklayer.schedule;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Time zones by the names that this JDK's time zone data knows. */
final class ZoneNames {

  private static final int LONGEST = 64;
  private static final int FARTHEST_SUGGESTION = 3;

  private static final Map<String, String> BY_LOWER_CASE =
      ZoneId.getAvailableZoneIds().stream()
          .collect(
              Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), Function.identity()));

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
    String near = nearest(wanted);
    if (near == null) {
      findings.add("/timeZone", Findings.Code.ZONE_UNKNOWN, "zone.unknown", text);
    } else {
      findings.add("/timeZone", Findings.Code.ZONE_UNKNOWN, "zone.near", text, near);
    }
  }

  /** The zone whose name, or whose city, is a few typing errors away. */
  private static @Nullable String nearest(String wanted) {
    String underscored = wanted.replace(' ', '_');
    return BY_LOWER_CASE.keySet().stream()
        .filter(known -> distance(underscored, known) <= FARTHEST_SUGGESTION)
        .min(
            Comparator.<String>comparingInt(known -> distance(underscored, known))
                .thenComparing(Comparator.naturalOrder()))
        .map(BY_LOWER_CASE::get)
        .orElse(null);
  }

  private static int distance(String wanted, String known) {
    String city = known.substring(known.lastIndexOf('/') + 1);
    if (wanted.equals(city)) {
      return 0;
    }
    return wanted.indexOf('/') < 0 && wanted.length() < 5
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
