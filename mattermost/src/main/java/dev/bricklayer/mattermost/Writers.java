package dev.bricklayer.mattermost;

import java.util.Map;

/** What goes to Mattermost, in Mattermost's names. */
final class Writers {

  private Writers() {}

  static Map<String, Object> newPost(NewPost post) {
    return Map.of(
        "channel_id", post.channel().value(),
        "message", post.message(),
        "pending_post_id", post.pendingPostId(),
        "props", post.props());
  }
}
