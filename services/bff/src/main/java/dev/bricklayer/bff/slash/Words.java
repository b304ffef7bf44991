package dev.bricklayer.bff.slash;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A typed line, taken apart. Phones make quotation marks curly and dashes long; what stands between
 * quotation marks stays as it was typed, whatever it is.
 */
record Words(List<Word> all) {

  private static final Pattern WORD =
      Pattern.compile("[\"“”„‟«]([^\"“”‟»]*)[\"“”‟»]|([^\\s\"“”„‟«»]+)");
  private static final Pattern DASH = Pattern.compile("[‐-―−]|--");

  /**
   * A word, or what stood between quotation marks.
   *
   * @param text without the marks
   */
  record Word(String text, boolean quoted) {}

  Words {
    all = List.copyOf(all);
  }

  static Words of(String line) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line.replace('\u00a0', ' '));
    while (matcher.find()) {
      String quoted = matcher.group(1);
      words.add(
          quoted != null
              ? new Word(quoted, true)
              : new Word(DASH.matcher(matcher.group(2)).replaceAll("-"), false));
    }
    return new Words(words);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  Word first() {
    return all.getFirst();
  }

  int size() {
    return all.size();
  }

  /** The words from one position up to another. */
  Words between(int from, int to) {
    return new Words(all.subList(from, to));
  }

  /** The words behind the first ones. */
  Words after(int first) {
    return between(Math.min(first, all.size()), all.size());
  }

  /** In one line again. */
  String joined() {
    return all.stream().map(Word::text).collect(Collectors.joining(" ")).strip();
  }

  /** Where the first quoted word from a position on stands; -1 for none. */
  int quotedFrom(int position) {
    for (int i = position; i < all.size(); i++) {
      if (all.get(i).quoted()) {
        return i;
      }
    }
    return -1;
  }
}
