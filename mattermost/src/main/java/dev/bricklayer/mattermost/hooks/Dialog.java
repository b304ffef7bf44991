package dev.bricklayer.mattermost.hooks;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A form over the person's screen. Mattermost counts its limits in bytes: twelve Russian letters
 * are 24.
 *
 * @param title at most {@value #LONGEST_LABEL} bytes
 * @param introduction Markdown; may be empty
 * @param submitLabel what stands on its button
 * @param state comes back with every call of this dialog; the person can read it
 * @param elements in their order, at most {@value #MOST_ELEMENTS}; a dialog without any cannot be
 *     submitted on phones
 */
public record Dialog(
    String title, String introduction, String submitLabel, String state, List<Element> elements) {

  /** In bytes of UTF-8, of titles and labels. */
  public static final int LONGEST_LABEL = 24;

  /** In bytes of UTF-8, of the words below a field and in it. */
  public static final int LONGEST_HELP = 150;

  /** More do not fit on a screen. */
  public static final int MOST_ELEMENTS = 6;

  static final String CALLBACK = "bricklayer";

  /**
   * Takes what Mattermost shows without cutting it.
   *
   * @throws IllegalArgumentException when a limit is broken; Mattermost itself would only log that
   */
  public Dialog {
    elements = List.copyOf(elements);
    require(title, LONGEST_LABEL);
    if (elements.isEmpty() || elements.size() > MOST_ELEMENTS) {
      throw new IllegalArgumentException("a dialog has 1 to 6 fields, not " + elements.size());
    }
    Set<String> names = new HashSet<>();
    for (Element element : elements) {
      require(element.label(), LONGEST_LABEL);
      require(element.help(), LONGEST_HELP);
      if (!names.add(element.name())) {
        throw new IllegalArgumentException("two fields are named " + element.name());
      }
    }
  }

  private static void require(String text, int longest) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length > longest) {
      throw new IllegalArgumentException(
          "'%s' is %d bytes long, %d are shown".formatted(text, length, longest));
    }
  }
}
