package dev.bricklayer.bff.accounts;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.contracts.state.LinkedIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The accounts that the user service has told of, and whom they are linked to. An account may be
 * younger than the news of it.
 */
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

  private static final String PART = "delete from account_identity where account_id = :account";

  private static final String LINK =
      """
      insert into account_identity (account_id, identity_id, mattermost_user_id, linked_at)
      values (:account, :identity, :user, :linkedAt)
      """;

  private static final String FIND =
      """
      select person_id, username, locale, time_zone, status
      from account
      where person_id = :person
      """;

  /** Served by account_identity__identity. */
  private static final String FIND_LINKED =
      """
      select account.person_id, username, locale, time_zone, status
      from account_identity join account on account.person_id = account_id
      where identity_id = :identity
      order by linked_at desc
      limit 1
      """;

  /**
   * The ids of all who are the same person as {@code :person}, whichever of them that is; also as
   * part of a statement that asks for something of theirs.
   */
  public static final String SELVES =
      """
      with home as (
        select coalesce(
          (select account_id from account_identity
           where identity_id = :person order by linked_at desc limit 1),
          :person) as account_id)
      select account_id from home
      union
      select identity_id from account_identity join home using (account_id)
      """;

  private static final String NAMED =
      """
      select person_id from account
      where lower(username) = any(:names) and status = 'ACTIVE'
      order by username
      """;

  private static final String LINKED =
      """
      select distinct account_id from account_identity
      order by account_id
      limit :most
      """;

  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The account, if it has been heard of. */
  public Optional<Account> find(PersonId person) {
    return jdbc.sql(FIND).param("person", person.value()).query(Accounts::account).optional();
  }

  /** The account that a Mattermost identity is linked to. */
  public Optional<Account> linkedTo(PersonId identity) {
    return jdbc.sql(FIND_LINKED)
        .param("identity", identity.value())
        .query(Accounts::account)
        .optional();
  }

  /** An account and its linked identities, by any of them; whoever is linked to nobody, alone. */
  public Set<PersonId> selvesOf(PersonId person) {
    Set<PersonId> selves = new LinkedHashSet<>(Set.of(person));
    jdbc.sql(SELVES).param("person", person.value()).query(UUID.class).list().stream()
        .map(PersonId::new)
        .forEach(selves::add);
    return selves;
  }

  /**
   * The accounts of these names that are in good standing.
   *
   * @param names in small letters
   */
  public List<PersonId> named(Collection<String> names) {
    return jdbc.sql(NAMED)
        .param("names", names.toArray(String[]::new))
        .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
        .list();
  }

  /** Accounts that are linked to somebody in Mattermost, up to so many. */
  public List<PersonId> linked(int most) {
    return jdbc.sql(LINKED)
        .param("most", most)
        .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
        .list();
  }

  void keep(AccountState account) {
    int kept =
        jdbc.sql(KEEP)
            .param("person", account.personId().value())
            .param("username", account.username())
            .param("locale", account.locale())
            .param("timeZone", account.timeZone())
            .param("status", account.status().name())
            .param("version", account.version())
            .update();
    if (kept == 1) {
      jdbc.sql(PART).param("account", account.personId().value()).update();
      account.identities().forEach(identity -> link(account.personId(), identity));
    }
  }

  private void link(PersonId account, LinkedIdentity identity) {
    jdbc.sql(LINK)
        .param("account", account.value())
        .param("identity", identity.identity().value())
        .param("user", identity.mattermostUserId())
        .param("linkedAt", identity.linkedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("username"),
        row.getString("locale"),
        row.getString("time_zone"),
        AccountState.Status.valueOf(row.getString("status")));
  }
}
