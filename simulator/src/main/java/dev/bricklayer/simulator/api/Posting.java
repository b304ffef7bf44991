package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.world.Post;
import dev.bricklayer.simulator.world.World;

/** Posts that come to stand somewhere, whoever makes them. */
final class Posting {

  private static final int LONGEST_MESSAGE = 16_383;

  private final World world;
  private final ServerVersion version;

  Posting(World world, ServerVersion version) {
    this.world = world;
    this.version = version;
  }

  /** Lets it stand, at the end of its channel. */
  Post save(NewPost post) {
    return save(world.freshId(), post);
  }

  Post save(String id, NewPost post) {
    Attachments.fillUp(post.props(), world::freshId);
    return world.change(() -> world.save(post.at(id, world.now())));
  }

  boolean tooLong(String message) {
    return message.codePointCount(0, message.length()) > LONGEST_MESSAGE;
  }

  Reply.Problem refusedAsTooLong() {
    String field = version.atLeast11() ? "message_length" : "msg";
    return new Reply.Problem(
        400, "model.post.is_valid." + field + ".app_error", "The message is too long.", "");
  }
}
