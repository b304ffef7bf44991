package dev.bricklayer.mattermost;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post as Mattermost keeps it.
 *
 * @param id which
 * @param channel where
 * @param author whose
 * @param createdAt by Mattermost's clock, in milliseconds
 * @param updatedAt the last change of any kind, deletion included
 * @param deleted whether it was deleted since
 * @param message Markdown
 * @param pendingPostId as sent; Mattermost keeps it in memory only, so read-back mostly finds it
 *     empty
 * @param props what the author sent along, and what Mattermost added
 */
public record Post(
    PostId id,
    ChannelId channel,
    MattermostUserId author,
    Instant createdAt,
    Instant updatedAt,
    boolean deleted,
    String message,
    String pendingPostId,
    Map<String, Object> props) {

  /**
   * One prop as plain JSON value (map, list, string, number, boolean); null where it is missing.
   */
  public @Nullable Object prop(String name) {
    return props.get(name);
  }
}
