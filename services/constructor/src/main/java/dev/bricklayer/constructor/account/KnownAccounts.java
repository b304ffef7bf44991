package dev.bricklayer.constructor.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the user service said last about each account. */
@Repository
public class KnownAccounts {

  /** What is older than the row is skipped: order holds for one account, but not across copies. */
  private static final String KEEP =
      """
      insert into account (person_id, status, version)
      values (:person, :status, :version)
      on conflict (person_id) do update
      set status = excluded.status, version = excluded.version
      where account.version < excluded.version
      """;

  private static final String BARRED =
      """
      select exists (select from account where person_id = :person and status <> 'ACTIVE')
      """;

  private final JdbcClient jdbc;

  KnownAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whether nothing may be created for this person. People without an account (known by their
   * Mattermost identity alone) are not barred.
   */
  public boolean barred(PersonId person) {
    return jdbc.sql(BARRED).param("person", person.value()).query(Boolean.class).single();
  }

  void keep(AccountState state) {
    jdbc.sql(KEEP)
        .param("person", state.personId().value())
        .param("status", state.status().name())
        .param("version", state.version())
        .update();
  }
}
