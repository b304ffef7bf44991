package dev.bricklayer.contracts.link;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;

/**
 * The yes of the one who typed the code. Answered with {@link AccountLinked} or {@link
 * LinkRefused}.
 */
@On(Topic.USER_ACCOUNT_COMMANDS)
public record ConfirmLink(LinkId linkId, PersonId identity) implements Message {

  @Override
  public String key() {
    return identity.toString();
  }
}
