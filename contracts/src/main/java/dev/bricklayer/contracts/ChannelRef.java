package dev.bricklayer.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A channel as people name it: {@code team} and {@code name}, or {@code id}, or {@code directTo}
 * (only {@code "me"}). Exactly one of the three forms is set.
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
}
