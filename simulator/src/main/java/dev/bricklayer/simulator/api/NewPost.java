package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Post;
import tools.jackson.databind.node.ObjectNode;

/**
 * A post before it stands anywhere.
 *
 * @param rootId the post it answers; empty for none
 * @param type empty for what people and bots write
 */
record NewPost(
    String userId, String channelId, String rootId, String message, String type, ObjectNode props) {

  /** As it is kept. */
  Post at(String id, long now) {
    return new Post(id, now, now, 0, 0, userId, channelId, rootId, message, type, props.toString());
  }

  /** As it is shown to somebody and not kept. */
  Post ephemeral(String id, long now) {
    return new Post(
        id, now, 0, 0, 0, userId, channelId, rootId, message, "system_ephemeral", props.toString());
  }
}
