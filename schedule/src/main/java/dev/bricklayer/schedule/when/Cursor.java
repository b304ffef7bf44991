package dev.bricklayer.schedule.when;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place between the words, and what is taken from there. */
final class Cursor {

  private static final Set<Word> SEPARATORS = EnumSet.of(Word.COMMA, Word.AND, Word.SLASH);

  /** What a member of a list may bring along: {@code on Monday and on Friday}. */
  private static final Set<Word> BEFORE_MEMBERS =
      EnumSet.of(Word.ARTICLE, Word.AT, Word.ON, Word.IN, Word.BY);

  private final List<Token> tokens;
  private int at;

  Cursor(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /** Reads one thing and takes its words; null when it is not there. */
  interface Item<T> {
    @Nullable T read();
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  Token peek() {
    return peek(0);
  }

  /** The token so many places ahead, or behind when negative. */
  Token peek(int ahead) {
    int index = at + ahead;
    return index >= 0 && index < tokens.size() ? tokens.get(index) : Token.END;
  }

  boolean is(Word word) {
    return peek().is(word);
  }

  boolean isOneOf(Set<Word> words) {
    return words.contains(peek().word());
  }

  Token take() {
    Token token = peek();
    at++;
    return token;
  }

  /** Takes these words when they stand here in this order; else nothing. */
  boolean take(Word... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  /** Takes one of these words when it stands here. */
  boolean takeOneOf(Set<Word> words) {
    return isOneOf(words) && take().word() != Word.END;
  }

  /** Takes as many of these words as there are; says whether there were any. */
  boolean skip(Set<Word> words) {
    int start = at;
    while (isOneOf(words)) {
      at++;
    }
    return at > start;
  }

  /** Reads one thing; when it is not there, whatever was taken for it is given back. */
  <T> @Nullable T attempt(Item<T> item) {
    int start = at;
    T read = item.read();
    if (read == null) {
      at = start;
    }
    return read;
  }

  /** Takes the words of one phrase and notes what it says, or neither. */
  boolean attempt(Phrase phrase, Said said) {
    return said.attempt(() -> attempt(() -> phrase.read(this, said) ? Boolean.TRUE : null) != null);
  }

  /** As many as follow one another, with a comma or an "and" in between. */
  <T> List<T> list(Item<T> item) {
    return list(item, false);
  }

  /** As many as follow one another. */
  <T> List<T> looseList(Item<T> item) {
    return list(item, true);
  }

  private <T> List<T> list(Item<T> item, boolean loose) {
    List<T> items = new ArrayList<>();
    T next = attempt(item);
    while (next != null) {
      items.add(next);
      next =
          attempt(
              () -> {
                boolean separated = skip(SEPARATORS);
                skip(BEFORE_MEMBERS);
                return separated || loose ? item.read() : null;
              });
    }
    return items;
  }
}
