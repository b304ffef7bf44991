package dev.bricklayer.mattermost;

import java.util.Map;

/**
 * A post to be made.
 *
 * @param channel where
 * @param message Markdown, at most 16,383 characters
 * @param pendingPostId the same for every attempt at the same post: within 30 s of the first,
 *     Mattermost answers the others with the first post. Unique on the whole server; empty for no
 *     protection
 * @param props what goes along unseen and can be read back; plain JSON values (maps, lists,
 *     strings, numbers, booleans)
 */
public record NewPost(
    ChannelId channel, String message, String pendingPostId, Map<String, Object> props) {

  public NewPost {
    props = Map.copyOf(props);
  }
}
