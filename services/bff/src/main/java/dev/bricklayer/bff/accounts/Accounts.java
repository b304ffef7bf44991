package dev.bricklayer.bff.accounts;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts that the user service has told of. One may be younger than the news of it. */
@Repository
public class Accounts {

  /** Older words than the one that is kept are skipped: copies of a service may overtake. */
  private static final String KEEP =
      """
      insert into account (person_id, username, locale, time_zone, status, version)
      values (:person, :username, :locale, :timeZone, :status, :version)
      on conflict (person_id) do update
      set username = excluded.username, locale = excluded.locale, time_zone = excluded.time_zone,
        status = excluded.status, version = excluded.version
      where account.version < excluded.version
      """;

  private static final String FIND =
      """
      select person_id, username, locale, time_zone, status, version
      from account
      where person_id = :person
      """;

  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The account, if it has been heard of. */
  public Optional<AccountState> find(PersonId person) {
    return jdbc.sql(FIND).param("person", person.value()).query(Accounts::account).optional();
  }

  void keep(AccountState account) {
    jdbc.sql(KEEP)
        .param("person", account.personId().value())
        .param("username", account.username())
        .param("locale", account.locale())
        .param("timeZone", account.timeZone())
        .param("status", account.status().name())
        .param("version", account.version())
        .update();
  }

  private static AccountState account(ResultSet row, int number) throws SQLException {
    return new AccountState(
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("username"),
        row.getString("locale"),
        row.getString("time_zone"),
        AccountState.Status.valueOf(row.getString("status")),
        row.getLong("version"));
  }
}
