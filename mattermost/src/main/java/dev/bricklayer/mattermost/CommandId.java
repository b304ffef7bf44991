package dev.bricklayer.mattermost;

/**
 * The id that Mattermost gave a slash command.
 *
 * @param value 26 characters on a real server; anything of 1 to 64 ASCII letters and digits is
 *     taken
 */
public record CommandId(String value) {

  /**
   * Takes an id as Mattermost gave it.
   *
   * @throws IllegalArgumentException for what is no such text: it could leave its place in an
   *     address
   */
  public CommandId {
    MattermostIds.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
