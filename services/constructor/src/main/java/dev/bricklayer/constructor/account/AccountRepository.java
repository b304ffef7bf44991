package dev.bricklayer.constructor.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.contracts.state.LinkedIdentity;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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

  private static final String PART = "delete from account_identity where account_id = :account";

  private static final String LINK =
      """
      insert into account_identity (account_id, identity_id, linked_at)
      values (:account, :identity, :linkedAt)
      """;

  /** Whom {@code :person} is a self of. Served by account_identity__identity. */
  static final String HOME =
      """
      select coalesce(
        (select account_id from account_identity
         where identity_id = :person order by linked_at desc limit 1),
        :person) as account_id
      """;

  /** All who are the same person, whichever of them is asked about. */
  static final String SELVES =
      "with home as ("
          + HOME
          + """
          )
          select account_id from home
          union
          select identity_id from account_identity join home using (account_id)
          """;

  private final JdbcClient jdbc;

  AccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(AccountState state) {
    int kept =
        jdbc.sql(KEEP)
            .param("person", state.personId().value())
            .param("status", state.status().name())
            .param("version", state.version())
            .update();
    if (kept == 1) {
      jdbc.sql(PART).param("account", state.personId().value()).update();
      state.identities().forEach(identity -> link(state.personId(), identity));
    }
  }

  PersonId homeOf(PersonId person) {
    return new PersonId(jdbc.sql(HOME).param("person", person.value()).query(UUID.class).single());
  }

  List<PersonId> selvesOf(PersonId person) {
    return jdbc.sql(SELVES)
        .param("person", person.value())
        .query((row, _) -> new PersonId(row.getObject("account_id", UUID.class)))
        .list();
  }

  private void link(PersonId account, LinkedIdentity identity) {
    jdbc.sql(LINK)
        .param("account", account.value())
        .param("identity", identity.identity().value())
        .param("linkedAt", identity.linkedAt().atOffset(ZoneOffset.UTC))
        .update();
  }
}
