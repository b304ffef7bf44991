package dev.bricklayer.user.link;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.link.ConfirmLink;
import dev.bricklayer.contracts.link.RequestLink;
import dev.bricklayer.contracts.state.LinkedIdentity;
import dev.bricklayer.user.code.OneTimeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkCodeRepository {

  /** A new code takes the place of the one before. */
  private static final String OFFER =
      """
      insert into link_code (person_id, selector, code_mac, expires_at)
      values (:person, :selector, :mac, :expiresAt)
      on conflict (person_id) do update
      set selector = excluded.selector, code_mac = excluded.code_mac,
        expires_at = excluded.expires_at, tries = 0,
        link_id = null, identity_id = null, mattermost_user_id = null, username = null
      """;

  /**
   * Index link_code__selector. Two accounts may have codes that begin alike. Locked, so that tries
   * at the same moment are all counted; in one order, so that nobody waits in a circle.
   */
  private static final String LOCK_USABLE =
      """
      select person_id, code_mac, expires_at
      from link_code
      where selector = :selector and expires_at > :now and tries < :most
      order by person_id
      for update
      """;

  private static final String COUNT_TRY =
      """
      update link_code set tries = tries + 1
      where selector = :selector and expires_at > :now and tries < :most
      """;

  private static final String ASK =
      """
      update link_code
      set tries = tries + 1, link_id = :link, identity_id = :identity,
        mattermost_user_id = :user, username = :username
      where person_id = :person
      """;

  /** Index link_code__link. A code is good for one yes, whatever comes of it. */
  private static final String SPEND =
      """
      delete from link_code
      where link_id = :link and identity_id = :identity and expires_at > :now
      returning person_id, mattermost_user_id, username
      """;

  private static final String WITHDRAW = "delete from link_code where person_id = :person";

  /** Index link_code__end. */
  private static final String FORGET = "delete from link_code where expires_at <= :now";

  private final JdbcClient jdbc;

  LinkCodeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A code that was asked about and is agreed to. */
  record Agreed(PersonId person, LinkedIdentity identity) {}

  void offer(PersonId person, OneTimeCode code, byte[] mac, Instant expiresAt) {
    jdbc.sql(OFFER)
        .param("person", person.value())
        .param("selector", code.selector())
        .param("mac", mac)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Offer> lockUsable(OneTimeCode code, Instant now, int mostTries) {
    return usable(LOCK_USABLE, code, now, mostTries)
        .query(
            (row, _) ->
                new Offer(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getBytes("code_mac"),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  void countTry(OneTimeCode code, Instant now, int mostTries) {
    usable(COUNT_TRY, code, now, mostTries).update();
  }

  void ask(PersonId person, RequestLink request) {
    jdbc.sql(ASK)
        .param("person", person.value())
        .param("link", request.linkId().value())
        .param("identity", request.identity().value())
        .param("user", request.mattermostUserId())
        .param("username", request.username())
        .update();
  }

  Optional<Agreed> spend(ConfirmLink yes, Instant now) {
    return jdbc.sql(SPEND)
        .param("link", yes.linkId().value())
        .param("identity", yes.identity().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> agreed(row, yes, now))
        .optional();
  }

  void withdraw(PersonId person) {
    jdbc.sql(WITHDRAW).param("person", person.value()).update();
  }

  int forget(Instant now) {
    return jdbc.sql(FORGET).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  private JdbcClient.StatementSpec usable(
      String sql, OneTimeCode code, Instant now, int mostTries) {
    return jdbc.sql(sql)
        .param("selector", code.selector())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", mostTries);
  }

  private static Agreed agreed(ResultSet row, ConfirmLink yes, Instant now) throws SQLException {
    return new Agreed(
        new PersonId(row.getObject("person_id", UUID.class)),
        new LinkedIdentity(
            yes.identity(), row.getString("mattermost_user_id"), row.getString("username"), now));
  }
}
