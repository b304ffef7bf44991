package dev.bricklayer.problems;

import static dev.bricklayer.problems.Problem.WORDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a text must be like. Lengths are counted in code points, as people count characters. In no
 * text is there nothing to see, and none holds what PostgreSQL or a terminal chokes on: control
 * characters, lone surrogates, and in one line also whatever breaks it or turns its direction.
 */
public final class TextRule {

  /** Letters by their category, and nothing is seen of them: fillers of Hangul, empty Braille. */
  private static final Set<Integer> EMPTY_SYMBOLS = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

  private final int shortest;
  private final int longest;
  private final boolean multiLine;
  private final List<Check> checks;

  private record Check(Predicate<String> holds, String code, Text detail) {}

  /** What is wrong with a value. */
  record Objection(String code, Text detail) {}

  private TextRule(int shortest, int longest, boolean multiLine, List<Check> checks) {
    this.shortest = shortest;
    this.longest = longest;
    this.multiLine = multiLine;
    this.checks = checks;
  }

  /** One line of at most so many characters. */
  public static TextRule line(int longest) {
    return new TextRule(0, longest, false, List.of());
  }

  /** A text of at most so many characters, with line breaks and tabs. */
  public static TextRule lines(int longest) {
    return new TextRule(0, longest, true, List.of());
  }

  /** The same with a least length. */
  public TextRule atLeast(int characters) {
    return new TextRule(characters, longest, multiLine, checks);
  }

  /** The same, and the whole text matches; else {@code invalid}. */
  public TextRule matching(Pattern pattern, Text otherwise) {
    return satisfying(pattern.asMatchPredicate(), "invalid", otherwise);
  }

  /** The same with a further condition, asked only when all earlier ones hold. */
  public TextRule satisfying(Predicate<String> condition, String code, Text otherwise) {
    List<Check> more = new ArrayList<>(checks);
    more.add(new Check(condition, code, otherwise));
    return new TextRule(shortest, longest, multiLine, List.copyOf(more));
  }

  /** What is wrong with a value; the first of several. */
  Optional<Objection> objectionTo(String value) {
    int length = value.codePointCount(0, value.length());
    if (value.isBlank()) {
      return objection("required", WORDS.text("blank"));
    }
    if (length > longest) {
      return objection("too-long", WORDS.text("too-long", longest, length));
    }
    if (value.codePoints().anyMatch(this::isForbidden)) {
      return objection("invalid", WORDS.text(multiLine ? "control" : "control-in-line"));
    }
    if (value.codePoints().noneMatch(TextRule::isSeen)) {
      return objection("required", WORDS.text("blank"));
    }
    if (length < shortest) {
      return objection("invalid", WORDS.text("too-short", shortest));
    }
    return checks.stream()
        .filter(check -> !check.holds().test(value))
        .findFirst()
        .map(check -> new Objection(check.code(), check.detail()));
  }

  private static Optional<Objection> objection(String code, Text detail) {
    return Optional.of(new Objection(code, detail));
  }

  private static boolean isSeen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK ->
          false;
      default -> !EMPTY_SYMBOLS.contains(codePoint);
    };
  }

  private boolean isForbidden(int codePoint) {
    if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
      return !multiLine;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> !multiLine;
      case Character.FORMAT -> !multiLine && turnsDirection(codePoint);
      default -> (codePoint & 0xFFFE) == 0xFFFE;
    };
  }

  /** Overrides and isolates with which a name can be made to look like another. */
  private static boolean turnsDirection(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
