package dev.bricklayer.bff.cards;

import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.mattermost.hooks.Button;

/**
 * A button.
 *
 * @param label what stands on it
 * @param press what it means
 */
public record Choice(String label, Press press, Button.Style style) {

  /** Any button. */
  public static Choice of(String label, Press press) {
    return new Choice(label, press, Button.Style.DEFAULT);
  }

  /** What most people will want. */
  public static Choice main(String label, Press press) {
    return new Choice(label, press, Button.Style.PRIMARY);
  }

  /** What cannot be taken back. */
  public static Choice dangerous(String label, Press press) {
    return new Choice(label, press, Button.Style.DANGER);
  }
}
