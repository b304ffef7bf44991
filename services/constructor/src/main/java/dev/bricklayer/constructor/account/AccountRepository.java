package dev.bricklayer.constructor.account;

import dev.bricklayer.contracts.state.AccountState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the user service said last about each account. */
@Repository
class AccountRepository {

  /** What is older than the row is skipped: order holds for one account, but not across copies. */
  private static final String KEEP =
      """
      insert into account (person_id, status, version)
      values (:person, :status, :version)
      on conflict (person_id) do update
      set status = excluded.status, version = excluded.version
      where account.version < excluded.version
      """;

  private final JdbcClient jdbc;

  AccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(AccountState state) {
    jdbc.sql(KEEP)
        .param("person", state.personId().value())
        .param("status", state.status().name())
        .param("version", state.version())
        .update();
  }
}
