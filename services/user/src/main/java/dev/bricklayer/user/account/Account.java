package dev.bricklayer.user.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.contracts.state.LinkedIdentity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * An account.
 *
 * @param passwordHash never leaves this service
 * @param locale {@code en} or {@code ru}
 * @param timeZone empty when the person named none
 * @param version grows with every change
 */
public record Account(
    PersonId id,
    String username,
    String passwordHash,
    String locale,
    Optional<ZoneId> timeZone,
    AccountState.Status status,
    long version,
    Instant createdAt) {

  /** Whether its person may do anything. */
  public boolean isActive() {
    return switch (status) {
      case ACTIVE -> true;
      case LOCKED, DELETED -> false;
    };
  }

  /** What the other services are told. */
  AccountState state(List<LinkedIdentity> identities) {
    return new AccountState(
        id,
        username,
        locale,
        timeZone.map(ZoneId::getId).orElse(null),
        status,
        version,
        identities);
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "Account[" + id + ", " + username + ", " + status + ", version " + version + "]";
  }
}
