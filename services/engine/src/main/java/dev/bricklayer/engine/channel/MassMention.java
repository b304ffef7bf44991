package dev.bricklayer.engine.channel;

import java.util.regex.Pattern;

/** The words that notify all of a channel, or all of it who are there. */
public final class MassMention {

  /** A dot or dash behind it makes it a name. */
  private static final Pattern ALL =
      Pattern.compile(
          "(?<![\\w.@-])@(?:channel|all|here)(?![\\w-]|\\.\\w)", Pattern.CASE_INSENSITIVE);

  private MassMention() {}

  /** Whether a text has one. */
  public static boolean isIn(String text) {
    return ALL.matcher(text).find();
  }
}
