package dev.bricklayer.mattermost.hooks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One field of a dialog. Only what servers from 9.10 on and the clients of their time can show.
 *
 * <p>What all have: a name, unique in its dialog; a label; words below it that say what to type;
 * and whether it may be left empty.
 */
public sealed interface Element {

  /** What a paragraph holds at most. */
  int LONGEST_PARAGRAPH = 3000;

  /** Under this name its value comes back, and an error is shown at it. */
  String name();

  /** What stands over it. */
  String label();

  /** What stands below it. */
  String help();

  /** Whether it may be left empty. */
  boolean optional();

  /**
   * One line of text.
   *
   * @param placeholder shown while it is empty
   * @param filledIn what stands in it at first
   * @param longest how many characters it takes
   * @param secret whether what is typed is hidden
   */
  record Line(
      String name,
      String label,
      String help,
      boolean optional,
      String placeholder,
      String filledIn,
      int longest,
      boolean secret)
      implements Element {}

  /**
   * Several lines of text, {@value #LONGEST_PARAGRAPH} characters at most.
   *
   * @param placeholder shown while it is empty
   * @param filledIn what stands in it at first
   */
  record Paragraph(
      String name, String label, String help, boolean optional, String placeholder, String filledIn)
      implements Element {}

  /**
   * One of some.
   *
   * @param options what is chosen among, by the value that comes back. A client may send others
   * @param filledIn the value chosen at first; empty for none
   */
  record Choice(
      String name,
      String label,
      String help,
      boolean optional,
      Map<String, String> options,
      String filledIn)
      implements Element {
    public Choice {
      options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
  }

  /** A channel that the person sees; its id comes back. It cannot be filled in. */
  record AnyChannel(String name, String label, String help, boolean optional) implements Element {}
}
