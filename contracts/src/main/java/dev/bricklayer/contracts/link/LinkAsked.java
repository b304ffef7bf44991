package dev.bricklayer.contracts.link;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;

/**
 * The code is good: the account's name is to be shown to whoever typed it, and a yes is wanted.
 *
 * @param account whose code it is
 * @param accountName the account's user name
 * @param until a yes that comes later is refused
 */
@On(Topic.USER_ACCOUNT_EVENTS)
public record LinkAsked(
    LinkId linkId, PersonId identity, PersonId account, String accountName, Instant until)
    implements Message {

  @Override
  public String key() {
    return identity.toString();
  }
}
