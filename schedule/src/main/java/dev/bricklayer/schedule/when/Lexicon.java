package dev.bricklayer.schedule.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Which word means what: the list in {@code words.properties}, turned over. */
final class Lexicon {

  private static final String ZONE = "ZONE";

  /** Below this length a slip of the finger makes another word as often as none. */
  private static final int SHORTEST_GUESS = 4;

  private static final int LONG_WORD = 8;

  /** A form's kind and number. */
  record Meaning(Word word, int value) {}

  private static final Lexicon KNOWN = load();

  private final Map<String, Meaning> meanings = new HashMap<>();
  private final Map<String, String> zones = new HashMap<>();

  private Lexicon() {}

  static Lexicon known() {
    return KNOWN;
  }

  /** Null for a word that is not listed. */
  @Nullable Meaning meaning(String form) {
    return meanings.get(form);
  }

  /** Zones by the words for them that no time zone data has. */
  Map<String, String> zones() {
    return zones;
  }

  /** What a mistyped word was to be; null when none or several are equally near. */
  @Nullable Meaning guess(String form) {
    if (form.length() < SHORTEST_GUESS) {
      return null;
    }
    int most = form.length() < LONG_WORD ? 1 : 2;
    Meaning nearest = null;
    int least = most + 1;
    for (Map.Entry<String, Meaning> known : meanings.entrySet()) {
      if (known.getKey().length() >= SHORTEST_GUESS) {
        int slips = Slips.between(form, known.getKey());
        if (slips < least) {
          nearest = known.getValue();
          least = slips;
        } else if (slips == least && !known.getValue().equals(nearest)) {
          nearest = null;
        }
      }
    }
    return nearest;
  }

  private void add(String key, String forms) {
    int dot = key.indexOf('.');
    String kind = dot < 0 ? key : key.substring(0, dot);
    String number = dot < 0 ? "0" : key.substring(dot + 1);
    for (String form : forms.split(" ")) {
      boolean isNew =
          kind.equals(ZONE)
              ? zones.put(form, number) == null
              : meanings.put(form, new Meaning(Word.valueOf(kind), Integer.parseInt(number)))
                  == null;
      if (!isNew) {
        throw new IllegalStateException("words.properties has “" + form + "” twice");
      }
    }
  }

  private static Lexicon load() {
    Properties words = new Properties();
    try (InputStream in = Lexicon.class.getResourceAsStream("words.properties")) {
      if (in == null) {
        throw new IllegalStateException("words.properties is not beside " + Lexicon.class);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Lexicon lexicon = new Lexicon();
    words.stringPropertyNames().forEach(key -> lexicon.add(key, words.getProperty(key)));
    return lexicon;
  }
}
