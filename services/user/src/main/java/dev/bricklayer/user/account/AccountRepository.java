package dev.bricklayer.user.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

  /** A name that is taken inserts nothing, also when both come at the same moment. */
  private static final String INSERT =
      """
      insert into account
        (person_id, username, password_hash, locale, time_zone, status, version, created_at, changed_at)
      values (:person, :username, :hash, :locale, :zone, 'ACTIVE', 1, :now, :now)
      on conflict (lower(username)) do nothing
      """;

  /** Index account__username. */
  private static final String BY_USERNAME =
      "select * from account where lower(username) = lower(:username)";

  private static final String BY_ID = "select * from account where person_id = :person";

  /** The row's lock is held until the new state is in the outbox, so states leave in order. */
  private static final String CHANGE =
      """
      update account
      set password_hash = coalesce(:hash, password_hash),
          locale = coalesce(:locale, locale),
          time_zone = case when :clearsZone then null else coalesce(:zone, time_zone) end,
          version = version + 1,
          changed_at = :now
      where person_id = :person and status = 'ACTIVE'
      returning *
      """;

  /** Only when it is still the hash that was checked: a new password may have come meanwhile. */
  private static final String REHASH =
      """
      update account set password_hash = :fresh
      where person_id = :person and password_hash = :outdated
      """;

  private final JdbcClient jdbc;

  AccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when somebody has the name. */
  boolean insert(Account account) {
    return jdbc.sql(INSERT)
            .param("person", account.id().value())
            .param("username", account.username())
            .param("hash", account.passwordHash())
            .param("locale", account.locale())
            .param("zone", account.timeZone().map(ZoneId::getId).orElse(null))
            .param("now", account.createdAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Account> byUsername(String username) {
    return jdbc.sql(BY_USERNAME)
        .param("username", username)
        .query((row, i) -> account(row))
        .optional();
  }

  Optional<Account> byId(PersonId person) {
    return jdbc.sql(BY_ID)
        .param("person", person.value())
        .query((row, i) -> account(row))
        .optional();
  }

  /** Empty when there is no such account any more. */
  Optional<Account> change(PersonId person, AccountChange change, Instant now) {
    return jdbc.sql(CHANGE)
        .param("person", person.value())
        .param("hash", change.passwordHash().orElse(null))
        .param("locale", change.locale().orElse(null))
        .param("zone", change.timeZone().map(ZoneId::getId).orElse(null))
        .param("clearsZone", change.clearsTimeZone())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, i) -> account(row))
        .optional();
  }

  void rehash(PersonId person, String outdated, String fresh) {
    jdbc.sql(REHASH)
        .param("person", person.value())
        .param("outdated", outdated)
        .param("fresh", fresh)
        .update();
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("username"),
        row.getString("password_hash"),
        row.getString("locale"),
        Optional.ofNullable(row.getString("time_zone")).map(ZoneId::of),
        AccountState.Status.valueOf(row.getString("status")),
        row.getLong("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
