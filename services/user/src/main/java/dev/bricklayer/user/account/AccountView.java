package dev.bricklayer.user.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as its person sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
    UUID id, String username, String locale, @Nullable String timeZone, Instant createdAt) {

  static AccountView of(Account account) {
    return new AccountView(
        account.id().value(),
        account.username(),
        account.locale(),
        account.timeZone().map(ZoneId::getId).orElse(null),
        account.createdAt());
  }
}
