package dev.bricklayer.contracts.link;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/**
 * From now on account and identity are one person. Owners stay as they are.
 *
 * @param accountName the account's user name
 */
@On(Topic.USER_ACCOUNT_EVENTS)
public record AccountLinked(LinkId linkId, PersonId identity, PersonId account, String accountName)
    implements Message {

  @Override
  public String key() {
    return identity.toString();
  }
}
