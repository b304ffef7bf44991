package dev.bricklayer.mattermost.hooks;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * A button on a post.
 *
 * @param name what stands on it; no Markdown
 * @param style how it looks
 * @param url what Mattermost calls when somebody clicks it
 * @param context what it is called with; people do not see it
 */
public record Button(String name, Style style, URI url, Map<String, String> context) {

  /** How a button looks. */
  public enum Style {
    DEFAULT,
    PRIMARY,
    DANGER;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Button {
    context = Map.copyOf(context);
  }
}
