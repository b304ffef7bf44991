package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A channel as people name it: {@code team} and {@code name}, or {@code id}, or {@code directTo},
 * the direct channel with a person. Exactly one of the three forms is set.
 *
 * @param directTo Mattermost's id of the person to write to; people say {@code "me"}, which the bff
 *     turns into their own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelRef(
    @Nullable String team, @Nullable String name, @Nullable String id, @Nullable String directTo) {

  /** A channel by the URL names of its team and of itself. */
  public static ChannelRef named(String team, String name) {
    return new ChannelRef(team, name, null, null);
  }

  /** A channel by Mattermost's id. */
  public static ChannelRef byId(String id) {
    return new ChannelRef(null, null, id, null);
  }

  /** The direct channel of the bot and a person, by the person's Mattermost id. */
  public static ChannelRef directTo(String userId) {
    return new ChannelRef(null, null, null, userId);
  }
}
