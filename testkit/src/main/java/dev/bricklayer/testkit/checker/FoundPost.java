package dev.bricklayer.testkit.checker;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A post that stands, or stood, in Mattermost and says which occurrence it is.
 *
 * @param at when Mattermost made it, in milliseconds
 */
public record FoundPost(
    String id, UUID job, Instant plannedAt, String channelId, Instant at, String message) {

  /**
   * What a post says of itself by its prop {@code bricklayer}; empty for what is no reminder.
   *
   * @param props all of the post's
   */
  public static Optional<FoundPost> read(
      String id, String channelId, Instant at, String message, JsonNode props) {
    JsonNode ours = props.path("bricklayer");
    if (!ours.hasNonNull("job") || !ours.hasNonNull("plannedAt")) {
      return Optional.empty();
    }
    return Optional.of(
        new FoundPost(
            id,
            UUID.fromString(ours.path("job").asString()),
            Instant.parse(ours.path("plannedAt").asString()),
            channelId,
            at,
            message));
  }
}
