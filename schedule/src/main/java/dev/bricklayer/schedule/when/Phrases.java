package dev.bricklayer.schedule.when;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All that can be said, in the order in which it is looked for. */
final class Phrases {

  /** What several words say comes before what one of them could say alone. */
  private static final List<Phrase> ALL =
      List.of(
          Dates::numeric,
          Dates::start,
          Dates::distance,
          Dates::relative,
          Rhythms::minutesOfHours,
          Rhythms::everyNthDayOfMonth,
          Rhythms::every,
          Rhythms::adverb,
          Days::nthWeekday,
          Days::lastDay,
          Days::weekdays,
          Days::monthAndDay,
          Days::monthDays,
          Clocks::window,
          Days::months,
          Days::ofTheMonth,
          Clocks::times,
          Clocks::partOfDay,
          Phrases::oneOrBoth,
          Phrases::once);

  private static final Set<Word> SAYING_NOTHING =
      EnumSet.of(
          Word.COMMA,
          Word.DOT,
          Word.DASH,
          Word.AND,
          Word.AT,
          Word.ON,
          Word.IN,
          Word.BY,
          Word.OF,
          Word.ARTICLE,
          Word.FILLER);

  private Phrases() {}

  /** Reads to the end, or to the first word that has no place. */
  static void read(Cursor words, Said said) {
    while (!words.atEnd() && said.complaint() == null) {
      boolean read = ALL.stream().anyMatch(phrase -> words.attempt(phrase, said));
      if (!read && !words.takeOneOf(SAYING_NOTHING)) {
        complainOf(words.peek(), said);
      }
    }
  }

  private static void complainOf(Token token, Said said) {
    if (token.is(Word.SECONDS)) {
      said.complain(Reason.SECONDS);
    } else {
      said.complain(token.is(Word.UNKNOWN) ? Reason.UNKNOWN_WORD : Reason.LEFT_OVER, token.text());
    }
  }

  /** {@code and also}: either list of days. {@code falling on}: both. */
  private static boolean oneOrBoth(Cursor words, Said said) {
    if (words.take(Word.ALSO)) {
      said.say(Aspect.EITHER);
      return true;
    }
    if (words.take(Word.FALLING)) {
      said.say(Aspect.BOTH);
      return true;
    }
    return false;
  }

  /** {@code once}, {@code один раз}. */
  private static boolean once(Cursor words, Said said) {
    boolean once =
        words.take(Word.ONCE)
            || words.take(Word.TIMES)
            || (words.peek().value() == 1 && words.take(Word.NUMBER, Word.TIMES));
    if (once) {
      said.say(Aspect.ONCE);
    }
    return once;
  }
}
