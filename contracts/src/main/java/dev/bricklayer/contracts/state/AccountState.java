package dev.bricklayer.contracts.state;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What an account is, as the user service says it.
 *
 * @param locale BCP 47, {@code en} or {@code ru}
 * @param timeZone IANA name; absent when the person named none
 * @param version grows with every change; what is older than what a reader has is skipped
 */
@On(Topic.USER_ACCOUNT_STATE)
public record AccountState(
    PersonId personId,
    String username,
    String locale,
    @Nullable String timeZone,
    Status status,
    long version)
    implements Message {

  @Override
  public String key() {
    return personId.toString();
  }

  /** DELETED is the tombstone of the state topic. */
  public enum Status {
    ACTIVE,
    LOCKED,
    DELETED
  }
}
