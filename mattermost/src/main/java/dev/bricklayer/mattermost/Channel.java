package dev.bricklayer.mattermost;

import org.jspecify.annotations.Nullable;

/**
 * A channel, archived ones included.
 *
 * @param id which
 * @param team the team it belongs to; null for direct and group messages
 * @param kind open, private, direct or group
 * @param name its name in addresses, unique in the team
 * @param displayName its name for people
 * @param archived whether it is closed for posting
 */
public record Channel(
    ChannelId id,
    @Nullable TeamId team,
    Kind kind,
    String name,
    String displayName,
    boolean archived) {

  /** What kind of channel. */
  public enum Kind {
    OPEN,
    PRIVATE,
    DIRECT,
    GROUP
  }
}
