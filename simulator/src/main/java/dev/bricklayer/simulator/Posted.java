package dev.bricklayer.simulator;

import dev.bricklayer.simulator.world.Post;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A post that stands, or stood, in the stand-in.
 *
 * @param at when it was made, in milliseconds
 * @param deleted whether it was deleted since
 * @param props with what the author sent along
 */
public record Posted(
    String id,
    String channelId,
    String userId,
    Instant at,
    boolean deleted,
    String message,
    JsonNode props) {

  static Posted of(Post post) {
    return new Posted(
        post.id(),
        post.channelId(),
        post.userId(),
        Instant.ofEpochMilli(post.createAt()),
        post.deleted(),
        post.message(),
        JsonMapper.shared().readTree(post.props()));
  }
}
