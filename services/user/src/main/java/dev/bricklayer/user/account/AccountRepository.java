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

  /**
   * Whoever wants a name waits for others who want it: only then it can be seen to be free. In
   * capitals or not it is the same name.
   */
  private static final String LOCK_NAME =
      "select pg_advisory_xact_lock(hashtextextended('username ' || lower(:username), 0))";

  /**
   * The row's lock is held until the new state is in the outbox, so states leave in order. What was
   * seen in another version is not changed.
   */
  private static final String CHANGE =
      """
      update account
      set username = coalesce(:username, username),
          password_hash = coalesce(:hash, password_hash),
          locale = coalesce(:locale, locale),
          time_zone = case when :clearsZone then null else coalesce(:zone, time_zone) end,
          version = version + 1,
          changed_at = :now
      where person_id = :person and status = 'ACTIVE' and version = :seen
      returning *
      """;

  private static final String LOCK =
      "select * from account where person_id = :person and status = 'ACTIVE' for update";

  private static final String TOUCH =
      """
      update account set version = version + 1, changed_at = :now
      where person_id = :person
      returning *
      """;

  /** Log-ins, links and codes go with it. */
  private static final String ERASE =
      "delete from account where person_id = :person returning version";

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

  /** Lets transactions that want this name take turns. */
  void lockName(String username) {
    jdbc.sql(LOCK_NAME).param("username", username).query(row -> {});
  }

  /**
   * Empty when there is no such account any more, or not in this version.
   *
   * @param seen the account as it was when the change was decided
   */
  Optional<Account> change(Account seen, AccountChange change, Instant now) {
    return jdbc.sql(CHANGE)
        .param("person", seen.id().value())
        .param("seen", seen.version())
        .param("username", change.username().orElse(null))
        .param("hash", change.passwordHash().orElse(null))
        .param("locale", change.locale().orElse(null))
        .param("zone", change.timeZone().map(ZoneId::getId).orElse(null))
        .param("clearsZone", change.clearsTimeZone())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, i) -> account(row))
        .optional();
  }

  /** The active account, for this transaction alone. */
  Optional<Account> lock(PersonId person) {
    return jdbc.sql(LOCK)
        .param("person", person.value())
        .query((row, i) -> account(row))
        .optional();
  }

  /** A new version of an account that is locked: something that belongs to it has changed. */
  Account touch(PersonId person, Instant now) {
    return jdbc.sql(TOUCH)
        .param("person", person.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, i) -> account(row))
        .single();
  }

  /** The version in which it was erased; empty when it was not there. */
  Optional<Long> erase(PersonId person) {
    return jdbc.sql(ERASE).param("person", person.value()).query(Long.class).optional();
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
