package dev.bricklayer.bff.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.regex.Pattern;

/**
 * The channel in which somebody acts.
 *
 * @param channel Mattermost's id
 * @param name its URL name
 * @param team the URL name of its team
 */
public record Spot(String channel, String name, String team) {

  /** A direct message's is made of both ids, a group message's of a hash. */
  private static final Pattern PRIVATE_TALK =
      Pattern.compile("[a-z0-9]{26}__[a-z0-9]{26}|[0-9a-f]{40}");

  /** Whether it is a direct or group message: no bot can be invited there. */
  @JsonIgnore
  public boolean isPrivateTalk() {
    return team.isEmpty() || PRIVATE_TALK.matcher(name).matches();
  }
}
