package dev.bricklayer.testkit.checker;

import dev.bricklayer.contracts.Missed;

/**
 * What a job says, where and when.
 *
 * @param channelId Mattermost's
 */
public record Content(String text, String channelId, Reckoning due, Missed missed) {

  /** With the rule for what was missed that holds where nobody names one. */
  public static Content of(String text, String channelId, Reckoning due) {
    return new Content(text, channelId, due, Missed.DEFAULT);
  }

  public Content saying(String other) {
    return new Content(other, channelId, due, missed);
  }

  public Content in(String otherChannelId) {
    return new Content(text, otherChannelId, due, missed);
  }

  public Content due(Reckoning other) {
    return new Content(text, channelId, other, missed);
  }
}
