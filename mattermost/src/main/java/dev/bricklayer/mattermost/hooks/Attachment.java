package dev.bricklayer.mattermost.hooks;

import java.util.List;

/**
 * A part of a message that can have buttons.
 *
 * @param text Markdown
 * @param fallback what notifications show of it
 * @param color of the bar at its left: {@code good}, {@code warning}, {@code danger} or {@code
 *     #rrggbb}; empty for none
 * @param buttons in their order; may be none
 */
public record Attachment(String text, String fallback, String color, List<Button> buttons) {

  public Attachment {
    buttons = List.copyOf(buttons);
  }
}
