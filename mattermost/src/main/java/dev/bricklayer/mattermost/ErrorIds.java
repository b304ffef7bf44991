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

  /** 404: no account of this user name. */
  public static final String USER_MISSING = "app.user.get_by_username.app_error";

  /** 400: the user name belongs to another account. */
  public static final String USERNAME_TAKEN = "app.user.save.username_exists.app_error";

  /** 400: as {@link #USERNAME_TAKEN}, found by the address that a bot is given with its name. */
  public static final String BOT_ADDRESS_TAKEN = "app.user.save.email_exists.app_error";

  /** 403: {@code ServiceSettings.EnableBotAccountCreation} is off. */
  public static final String BOT_CREATION_OFF = "api.bot.create_disabled";

  /** 400: the team has a command of this trigger, or the server has it built in. */
  public static final String DUPLICATE_TRIGGER = "api.command.duplicate_trigger.app_error";

  /** 501: {@code ServiceSettings.EnableCommands} is off. */
  public static final String COMMANDS_OFF = "api.command.disabled.app_error";

  /** 500: the integration behind a command could not be reached, or answered nonsense. */
  public static final String COMMAND_FAILED = "api.command.execute_command.failed.app_error";

  /** 500: the integration behind a command answered with another status than 200. */
  public static final String COMMAND_BAD_STATUS =
      "api.command.execute_command.failed_resp.app_error";

  /** 400: a slash command needs {@code ServiceSettings.SiteURL}. */
  public static final String SITE_URL_REQUIRED =
      "api.command.execute_command.site_url_required.app_error";

  private ErrorIds() {}
}
