package dev.bricklayer.bff.slash;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first word, in both languages; whoever reads one may type the other. */
enum Verb {
  MENU("menu", "меню"),
  HELP("help", "помощь", "справка", "помоги", "?"),
  LIST("list", "список", "покажи", "показать", "напоминания"),
  ADD("add", "добавь", "добавить", "создай", "создать", "напомни"),
  PAUSE("pause", "пауза", "приостанови", "приостановить", "останови", "остановить"),
  RESUME("resume", "возобнови", "возобновить", "продолжи", "продолжить"),
  SKIP("skip", "пропусти", "пропустить"),
  RENAME("rename", "переименуй", "переименовать"),
  EDIT("edit", "измени", "изменить", "правка", "редактировать"),
  DELETE("delete", "удали", "удалить"),
  RUNS("runs", "запуски", "история", "журнал"),
  LINK("link", "свяжи", "связать", "привяжи", "привязать");

  private static final Locale RUSSIAN = Locale.of("ru");

  @SuppressWarnings("ImmutableEnumChecker") // what List.of makes is
  private final List<String> words;

  Verb(String... words) {
    this.words = List.of(words);
  }

  /** The verb that this word is, in capitals or not. */
  static Optional<Verb> of(String word) {
    String lower = word.toLowerCase(RUSSIAN);
    return Arrays.stream(values()).filter(verb -> verb.words.contains(lower)).findFirst();
  }

  /** The word that was probably meant: of all that are near, the nearest. */
  static Optional<String> nearestTo(String word) {
    String lower = word.toLowerCase(RUSSIAN);
    return Arrays.stream(values())
        .flatMap(verb -> verb.words.stream())
        .map(known -> new Candidate(known, Distance.between(lower, known)))
        .filter(Candidate::isNear)
        .min(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::word);
  }

  /** A word, and how many letters are wrong. */
  private record Candidate(String word, int distance) {

    /** A third of its letters may be wrong, but not all. */
    boolean isNear() {
      return distance < word.length() && distance <= Math.max(1, word.length() / 3);
    }
  }
}
