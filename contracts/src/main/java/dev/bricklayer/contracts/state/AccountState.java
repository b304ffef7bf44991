package dev.bricklayer.contracts.state;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account is, as the user service says it.
 *
 * @param locale BCP 47, {@code en} or {@code ru}
 * @param timeZone IANA name; absent when the person named none
 * @param version grows with every change; what is older than what a reader has is skipped
 * @param identities the Mattermost identities that are the same person
 */
@On(Topic.USER_ACCOUNT_STATE)
public record AccountState(
    PersonId personId,
    String username,
    String locale,
    @Nullable String timeZone,
    Status status,
    long version,
    List<LinkedIdentity> identities)
    implements Message {

  /** What was said before there were links has none. */
  public AccountState {
    identities = identities == null ? List.of() : List.copyOf(identities);
  }

  /** An account that is linked to nobody. */
  public AccountState(
      PersonId personId,
      String username,
      String locale,
      @Nullable String timeZone,
      Status status,
      long version) {
    this(personId, username, locale, timeZone, status, version, List.of());
  }

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
