package dev.bricklayer.mattermost.hooks;

/**
 * The right to open a dialog on the screen of the person who typed a command or clicked. It lives
 * for about 30 s, and is a secret as long as it lives.
 *
 * @param value as Mattermost made it
 */
public record TriggerId(String value) {

  @Override
  public String toString() {
    return "TriggerId[hidden]";
  }
}
