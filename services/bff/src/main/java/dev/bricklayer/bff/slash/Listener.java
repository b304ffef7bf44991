package dev.bricklayer.bff.slash;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Understands what was typed. */
final class Listener {

  /** A longer first word is no misspelt command, and is not quoted back whole. */
  private static final int LONGEST_WORD = 30;

  private static final Set<String> HERE = Set.of("here", "здесь", "тут");
  private static final Set<String> IN = Set.of("in", "в", "to");

  private static final Set<String> UNTIL = Set.of("until", "till", "до");

  private Listener() {}

  static Utterance understand(String text) {
    Words words = Words.of(text);
    if (words.isEmpty()) {
      return new Utterance.Menu();
    }
    String first = words.first().text();
    return Verb.of(first).map(verb -> meant(verb, words.after(1))).orElseGet(() -> unknown(first));
  }

  private static Utterance meant(Verb verb, Words rest) {
    return switch (verb) {
      case MENU -> new Utterance.Menu();
      case HELP -> new Utterance.Help();
      case LIST -> new Utterance.List(!rest.isEmpty() && HERE.contains(lower(rest.first().text())));
      case ADD -> add(rest);
      case PAUSE -> pause(rest);
      case SKIP -> named(verb, rest, Utterance.Skip::new);
      case RESUME -> named(verb, rest, Utterance.Resume::new);
      case RENAME -> named(verb, rest, Utterance.Rename::new);
      case EDIT -> named(verb, rest, Utterance.Edit::new);
      case DELETE -> named(verb, rest, Utterance.Delete::new);
      case RUNS -> named(verb, rest, Utterance.Runs::new);
      case LINK -> named(verb, rest, Utterance.Link::new);
    };
  }

  private static Utterance named(Verb verb, Words rest, Function<String, Utterance> meant) {
    return rest.isEmpty() ? new Utterance.Incomplete(verb) : meant.apply(rest.joined());
  }

  /** NAME [until WHEN] */
  private static Utterance pause(Words rest) {
    for (int i = 1; i < rest.size(); i++) {
      Words.Word word = rest.all().get(i);
      if (!word.quoted() && UNTIL.contains(lower(word.text()))) {
        return new Utterance.PauseUntil(
            rest.between(0, i).joined(), rest.after(i + 1).joined(), rest.joined());
      }
    }
    return named(Verb.PAUSE, rest, Utterance.Pause::new);
  }

  /** BOT "text" WHEN [in ~channel]; a bot's name may be quoted, too, and the text must be. */
  private static Utterance add(Words rest) {
    int text = rest.quotedFrom(1);
    if (text < 0) {
      return new Utterance.Incomplete(Verb.ADD);
    }
    Words behind = rest.after(text + 1);
    Optional<String> channel = channel(behind);
    Words when = channel.isPresent() ? withoutChannel(behind) : behind;
    return new Utterance.Add(
        rest.between(0, text).joined(),
        rest.between(text, text + 1).joined(),
        when.joined(),
        channel);
  }

  private static Optional<String> channel(Words behind) {
    return behind.isEmpty()
        ? Optional.empty()
        : Optional.of(behind.all().getLast().text())
            .filter(word -> word.length() > 1 && word.startsWith("~"));
  }

  private static Words withoutChannel(Words behind) {
    Words when = behind.between(0, behind.size() - 1);
    boolean in = !when.isEmpty() && IN.contains(lower(when.all().getLast().text()));
    return in ? when.between(0, when.size() - 1) : when;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static Utterance unknown(String typed) {
    // What is quoted back must not end the quotation.
    String word = typed.replace("`", "");
    return word.length() > LONGEST_WORD
        ? new Utterance.Unknown(word.substring(0, LONGEST_WORD) + "…", Optional.empty())
        : new Utterance.Unknown(word, Verb.nearestTo(word));
  }
}
