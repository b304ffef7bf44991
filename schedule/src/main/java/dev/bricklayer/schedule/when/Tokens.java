package dev.bricklayer.schedule.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes words, numbers and signs of a plain line. */
final class Tokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<nth>\\d{1,2})"
              + "(?:st|nd|rd|th|-?(?:ого|его|го|ому|му|ый|ий|ой|ая|ое|ую|ей|ья|ье|ью|й|я|е|ю))"
              + "(?!\\p{L})"
              + "|(?<number>\\d+)|(?<word>\\p{L}+)|(?<sign>\\S)");

  private static final Map<String, Word> SIGNS =
      Map.of(
          ",", Word.COMMA,
          ";", Word.COMMA,
          "+", Word.AND,
          "&", Word.AND,
          "@", Word.AT,
          "-", Word.DASH,
          ":", Word.COLON,
          ".", Word.DOT,
          "/", Word.SLASH);

  /** No number with more digits means anything here. */
  private static final int MOST_DIGITS = 4;

  private Tokens() {}

  static List<Token> of(String line) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(line);
    int end = -1;
    while (matcher.find()) {
      tokens.add(token(matcher, matcher.start() == end));
      end = matcher.end();
    }
    return tokens;
  }

  private static Token token(Matcher found, boolean glued) {
    String text = found.group();
    if (found.group("nth") != null) {
      return new Token(Word.ORDINAL, Integer.parseInt(found.group("nth")), text, glued, false);
    }
    if (found.group("number") != null) {
      return text.length() <= MOST_DIGITS
          ? new Token(Word.NUMBER, Integer.parseInt(text), text, glued, false)
          : unknown(text, glued);
    }
    return found.group("word") != null
        ? word(text, glued)
        : new Token(SIGNS.getOrDefault(text, sign(text)), 0, text, glued, false);
  }

  /** Brackets and the like are held to say nothing. */
  private static Word sign(String text) {
    return "()[]!?*_".contains(text) ? Word.FILLER : Word.UNKNOWN;
  }

  private static Token word(String text, boolean glued) {
    Lexicon.Meaning meaning = Lexicon.known().meaning(text);
    if (meaning != null) {
      return new Token(meaning.word(), meaning.value(), text, glued, false);
    }
    Lexicon.Meaning guess = Lexicon.known().guess(text);
    return guess == null
        ? unknown(text, glued)
        : new Token(guess.word(), guess.value(), text, glued, true);
  }

  private static Token unknown(String text, boolean glued) {
    return new Token(Word.UNKNOWN, 0, text, glued, false);
  }
}
