package dev.bricklayer.bff.undelivered;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into posts: put together again they are the text, to the last character. */
final class Pieces {

  /** Mattermost takes 16,383 code points. */
  static final int MOST = 15_000;

  private Pieces() {}

  /**
   * The pieces, each of at most so many characters. Cut behind a line where there is one in the
   * second half, else behind a blank, else anywhere but within a character.
   */
  static List<String> of(String text, int most) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (text.length() - from > most) {
      int to = end(text, from, from + most);
      pieces.add(text.substring(from, to));
      from = to;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static int end(String text, int from, int limit) {
    int half = from + (limit - from) / 2;
    int line = text.lastIndexOf('\n', limit - 1);
    if (line >= half) {
      return line + 1;
    }
    int blank = text.lastIndexOf(' ', limit - 1);
    if (blank >= half) {
      return blank + 1;
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }
}
