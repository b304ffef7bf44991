package dev.bricklayer.mattermost;

/**
 * The id that Mattermost gave a personal access token, which is not the token itself.
 *
 * @param value 26 characters on a real server; anything of 1 to 64 ASCII letters and digits is
 *     taken
 */
public record TokenId(String value) {

  /**
   * Takes an id as Mattermost gave it.
   *
   * @throws IllegalArgumentException for what is no such text: it could leave its place in an
   *     address
   */
  public TokenId {
    MattermostIds.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
