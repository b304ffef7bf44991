package dev.bricklayer.schedule.when;

/**
 * One word, number or sign of what was typed.
 *
 * @param value which weekday, month or number; 0 where nothing is counted
 * @param text as it was typed, in lower case
 * @param glued whether it stands right behind the one before
 * @param guessed whether it is a known word but for a slip of the finger
 */
record Token(Word word, int value, String text, boolean glued, boolean guessed) {

  static final Token END = new Token(Word.END, 0, "", false, false);

  boolean is(Word other) {
    return word == other;
  }
}
