package dev.bricklayer.user.account;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What of an account is to be another; what is empty stays.
 *
 * @param clearsTimeZone the account shall have none
 */
record AccountChange(
    Optional<String> username,
    Optional<String> passwordHash,
    Optional<String> locale,
    Optional<ZoneId> timeZone,
    boolean clearsTimeZone) {

  boolean isNone() {
    return username.isEmpty()
        && passwordHash.isEmpty()
        && locale.isEmpty()
        && timeZone.isEmpty()
        && !clearsTimeZone;
  }
}
