package dev.bricklayer.contracts.link;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/**
 * Somebody in Mattermost typed a code. Answered with {@link LinkAsked} or {@link LinkRefused};
 * nothing is linked before {@link ConfirmLink}.
 *
 * @param identity who typed it
 * @param mattermostUserId the same as Mattermost says it
 * @param username the user name in Mattermost, for the account's list of links
 * @param code as it was typed; good for minutes and spent by its use
 */
@On(Topic.USER_ACCOUNT_COMMANDS)
public record RequestLink(
    LinkId linkId, PersonId identity, String mattermostUserId, String username, String code)
    implements Message {

  @Override
  public String key() {
    return identity.toString();
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "RequestLink[" + linkId + ", " + identity + "]";
  }
}
