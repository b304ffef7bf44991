package dev.bricklayer.mattermost;

/** The error ids of Mattermost 9.10 to 11.6 that a caller branches on. */
public final class ErrorIds {

  /**
   * 401: token wrong, revoked or switched off, or its bot disabled. Mattermost does not tell which.
   */
  public static final String SESSION_EXPIRED = "api.context.session_expired.app_error";

  /** 403: not a member, or no such channel (again, not told which), or no right to the call. */
  public static final String NO_PERMISSION = "api.context.permissions.app_error";

  /** 400: the channel is archived. */
  public static final String CHANNEL_ARCHIVED =
      "api.post.create_post.can_not_post_to_deleted.error";

  /** 400: direct messages are restricted to people of a common team. */
  public static final String DIRECT_RESTRICTED =
      "api.post.create_post.can_not_post_in_restricted_dm.error";

  /** 403: as {@link #DIRECT_RESTRICTED}, but already when the direct channel is opened. */
  public static final String DIRECT_CHANNEL_RESTRICTED =
      "api.channel.create_channel.direct_channel.team_restricted_error";

  /** 400: the message is longer than 16,383 characters (11.x). */
  public static final String MESSAGE_TOO_LONG = "model.post.is_valid.message_length.app_error";

  /** 400: as {@link #MESSAGE_TOO_LONG}, on 9.x. */
  public static final String MESSAGE_TOO_LONG_9 = "model.post.is_valid.msg.app_error";

  /** 500: a post with this {@code pending_post_id} is being made at this moment. */
  public static final String POST_STILL_PENDING = "api.post.deduplicate_create_post.pending";

  /** 404: no channel of this name, or a private one that the caller is not in. */
  public static final String CHANNEL_BY_NAME_MISSING = "app.channel.get_by_name.missing.app_error";

  /** 404: not a member of the channel. */
  public static final String CHANNEL_MEMBER_MISSING = "app.channel.get_member.missing.app_error";

  private ErrorIds() {}
}
