package dev.bricklayer.user.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.link.LinkId;
import dev.bricklayer.contracts.state.LinkedIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which Mattermost identities are which account. */
@Repository
class IdentityRepository {

  /** Of two accounts that want one identity at the same moment one gets it. */
  private static final String LINK =
      """
      insert into identity_link
        (identity_id, person_id, mattermost_user_id, username, link_id, linked_at)
      values (:identity, :person, :user, :username, :link, :at)
      on conflict (identity_id) do nothing
      """;

  /** Index identity_link__person. */
  private static final String OF =
      """
      select identity_id, mattermost_user_id, username, linked_at
      from identity_link
      where person_id = :person
      order by linked_at, identity_id
      """;

  private static final String BY_LINK =
      "select link_id from identity_link where identity_id = :identity";

  private static final String PART =
      """
      delete from identity_link
      where person_id = :person and identity_id = coalesce(:identity, identity_id)
      """;

  private final JdbcClient jdbc;

  IdentityRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the identity has an account. */
  boolean link(PersonId person, LinkedIdentity identity, LinkId link) {
    return jdbc.sql(LINK)
            .param("identity", identity.identity().value())
            .param("person", person.value())
            .param("user", identity.mattermostUserId())
            .param("username", identity.username())
            .param("link", link.value())
            .param("at", identity.linkedAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<LinkedIdentity> of(PersonId person) {
    return jdbc.sql(OF).param("person", person.value()).query(IdentityRepository::linked).list();
  }

  Optional<LinkId> linkOf(PersonId identity) {
    return jdbc.sql(BY_LINK)
        .param("identity", identity.value())
        .query(UUID.class)
        .optional()
        .map(LinkId::new);
  }

  /** Parts one identity, or all, from an account; how many there were. */
  int part(PersonId person, Optional<PersonId> identity) {
    return jdbc.sql(PART)
        .param("person", person.value())
        .param("identity", identity.map(PersonId::value).orElse(null))
        .update();
  }

  private static LinkedIdentity linked(ResultSet row, int number) throws SQLException {
    return new LinkedIdentity(
        new PersonId(row.getObject("identity_id", UUID.class)),
        row.getString("mattermost_user_id"),
        row.getString("username"),
        row.getObject("linked_at", OffsetDateTime.class).toInstant());
  }
}
