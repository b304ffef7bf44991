package dev.bricklayer.problems;

import java.util.List;
import java.util.Locale;

/** Something said to a person, in the language that is known only when it is said. */
public final class Text {

  private final Wording wording;
  private final String key;
  private final List<Object> arguments;

  Text(Wording wording, String key, List<Object> arguments) {
    this.wording = wording;
    this.key = key;
    this.arguments = arguments;
  }

  /** The text in that language, English when it is none of ours. */
  public String in(Locale locale) {
    return wording.say(key, arguments, locale);
  }

  /** In English, for logs. */
  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
