package dev.bricklayer.schedule.when;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The time zone that a line names: by its own name ({@code Europe/Moscow}), by its city ({@code
 * Berlin time}), or by a word for it ({@code по Москве}).
 */
final class ZoneWords {

  /** Whose last part is a city or an island and nothing else. */
  private static final List<String> AREAS =
      List.of("Africa", "America", "Asia", "Atlantic", "Europe", "Indian", "Pacific");

  /** Places whose names say something else first. */
  private static final Set<String> AMBIGUOUS = Set.of("christmas", "easter", "wake", "center");

  private static final Map<String, String> BY_WORD = byWord();

  private static final Map<String, String> BY_LOWER_CASE =
      ZoneId.getAvailableZoneIds().stream()
          .collect(Collectors.toMap(id -> id.toLowerCase(Locale.ROOT), id -> id));

  /** An offset is taken for a zone, too, so that the schedule's reader can say what it is. */
  private static final Pattern ZONE =
      Pattern.compile(
          "(?<![\\p{L}\\d/:])[(\\[]?(?:(?:in|по|время) )?"
              + "(?:(?<id>[a-z]+(?:/[a-z0-9_+-]+)+|(?:utc|gmt) ?[+-] ?\\d{1,2}(?::?\\d{2})?)|(?<word>"
              + BY_WORD.keySet().stream()
                  .sorted(Comparator.comparingInt(String::length).reversed())
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + "))(?: (?:time zone|time|времени|время))?[)\\]]?(?![\\p{L}\\d/:])");

  private ZoneWords() {}

  /**
   * A line and its zone.
   *
   * @param text what is left of the line
   * @param zone as it is to be written, known or not; null when none is named
   */
  record Found(String text, @Nullable String zone) {

    /** The zone itself; none when it is not named or not known. */
    @Nullable ZoneId known() {
      return zone == null || !BY_LOWER_CASE.containsValue(zone) ? null : ZoneId.of(zone);
    }
  }

  static Found in(String line) {
    Matcher matcher = ZONE.matcher(line);
    while (matcher.find()) {
      String zone = zone(matcher);
      if (zone != null) {
        String rest = line.substring(0, matcher.start()) + " " + line.substring(matcher.end());
        return new Found(rest.strip(), zone);
      }
    }
    return new Found(line, null);
  }

  private static @Nullable String zone(Matcher found) {
    if (found.group("word") != null) {
      return BY_WORD.get(found.group("word"));
    }
    String id = found.group("id");
    boolean listOfWords = Lexicon.known().meaning(id.replaceFirst("/.*", "")) != null;
    return listOfWords ? null : BY_LOWER_CASE.getOrDefault(id, id);
  }

  private static Map<String, String> byWord() {
    Map<String, String> byWord = new TreeMap<>();
    ZoneId.getAvailableZoneIds().stream()
        .sorted()
        .filter(id -> AREAS.contains(id.replaceFirst("/.*", "")))
        .forEach(
            id ->
                byWord.putIfAbsent(
                    id.replaceFirst(".*/", "").replace('_', ' ').toLowerCase(Locale.ROOT), id));
    byWord.putAll(Lexicon.known().zones());
    byWord.keySet().removeIf(w -> AMBIGUOUS.contains(w) || Lexicon.known().meaning(w) != null);
    return byWord;
  }
}
