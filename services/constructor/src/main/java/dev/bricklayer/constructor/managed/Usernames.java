package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.BotId;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * User names for bots, derived from their names in whatever script: what Latin and Cyrillic letters
 * sound like in {@code a-z}, everything else left out. Mattermost takes 64 of {@code a-z 0-9 . _
 * -}; its own form allows 22, so that an administrator can still edit what is made here.
 */
final class Usernames {

  private static final int LONGEST = 22;
  private static final int LONGEST_ON_SERVER = 64;
  private static final int NUMBERED = 9;
  private static final int PIECE_OF_ID = 8;
  private static final Set<String> RESERVED = Set.of("all", "channel", "matterbot", "system");

  /** After ICAO Doc 9303 and what people write; letters that Unicode does not take apart. */
  private static final Map<Integer, String> LETTERS =
      Stream.of(
              "аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh",
              "щshch ъ ыy ь эe юyu яya ёe ґg єye іi їyi ўu ђdj јj љlj њnj ћc џdz қk ңn өo ұu үu һh әa",
              "ßss æae øo œoe łl đd ðd þth ıi")
          .flatMap(line -> Stream.of(line.split(" ")))
          .collect(Collectors.toUnmodifiableMap(entry -> entry.codePointAt(0), Usernames::sound));

  private Usernames() {}

  private static String sound(String entry) {
    return entry.substring(Character.charCount(entry.codePointAt(0)));
  }

  /** The names to try for a bot, best first; the last ones are nobody else's. */
  static List<String> of(String name, BotId bot) {
    String base = base(name);
    String id = bot.value().toString().replace("-", "");
    return Stream.of(
            Stream.of(cut(base, LONGEST)),
            IntStream.rangeClosed(2, NUMBERED).mapToObj(number -> with(base, "-" + number)),
            Stream.of(with(base, "-" + id.substring(id.length() - PIECE_OF_ID)), "bot-" + id))
        .flatMap(names -> names)
        .toList();
  }

  /** What an account is called once it is closed, so that its name is free again. */
  static String closed(String username, String userId) {
    String suffix = "-" + userId;
    return username.endsWith(suffix)
        ? username
        : cut(username, LONGEST_ON_SERVER - suffix.length()) + suffix;
  }

  private static String base(String name) {
    String spelled = spelled(name).replaceAll("[^a-z0-9._]+", "-");
    String trimmed = trimmed(spelled);
    if (trimmed.isEmpty()) {
      return "bot";
    }
    boolean letterFirst = Character.isLetter(trimmed.charAt(0));
    return letterFirst && !RESERVED.contains(trimmed) ? trimmed : "bot-" + trimmed;
  }

  /** Letters Unicode can take apart lose their marks only after the table had its look at them. */
  private static String spelled(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String latin =
        composed
            .codePoints()
            .mapToObj(letter -> LETTERS.getOrDefault(letter, Character.toString(letter)))
            .collect(Collectors.joining());
    return Normalizer.normalize(latin, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
  }

  private static String with(String base, String suffix) {
    return cut(base, LONGEST - suffix.length()) + suffix;
  }

  private static String cut(String text, int longest) {
    return trimmed(text.substring(0, Math.min(text.length(), longest)));
  }

  private static String trimmed(String text) {
    return text.replaceAll("^[._-]+|[._-]+$", "");
  }
}
