package dev.bricklayer.user.login;

import dev.bricklayer.contracts.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RefreshTokenRepository {

  private static final String BEGIN_FAMILY =
      """
      insert into refresh_family (family_id, person_id, begun_at, ends_at)
      values (:family, :person, :now, :endsAt)
      """;

  private static final String ADD =
      """
      insert into refresh_token (token_hash, family_id, expires_at)
      values (:hash, :family, :expiresAt)
      """;

  /** Both rows are locked: of two who present the same token at once, one finds it spent. */
  private static final String FIND =
      """
      select f.family_id, f.person_id, f.ends_at, f.revoked_at, t.expires_at, t.spent_at
      from refresh_token t join refresh_family f using (family_id)
      where t.token_hash = :hash
      for update
      """;

  private static final String SPEND =
      "update refresh_token set spent_at = :now where token_hash = :hash";

  private static final String REVOKE =
      "update refresh_family set revoked_at = :now where family_id = :family and revoked_at is null";

  /** Index refresh_family__person. */
  private static final String REVOKE_ALL =
      "update refresh_family set revoked_at = :now where person_id = :person and revoked_at is null";

  /** Index refresh_family__end; its tokens go with it. */
  private static final String FORGET = "delete from refresh_family where ends_at < :now";

  private final JdbcClient jdbc;

  RefreshTokenRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is known of a token.
   *
   * @param familyEnds when its family ends, whatever is refreshed
   */
  record Known(
      UUID family,
      PersonId person,
      Instant familyEnds,
      boolean revoked,
      boolean spent,
      Instant expiresAt) {}

  void beginFamily(UUID family, PersonId person, Instant now, Instant endsAt) {
    jdbc.sql(BEGIN_FAMILY)
        .param("family", family)
        .param("person", person.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  void add(RefreshToken token, UUID family, Instant expiresAt) {
    jdbc.sql(ADD)
        .param("hash", token.hash())
        .param("family", family)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Known> findLocked(RefreshToken token) {
    return jdbc.sql(FIND).param("hash", token.hash()).query((row, i) -> known(row)).optional();
  }

  void spend(RefreshToken token, Instant now) {
    jdbc.sql(SPEND).param("hash", token.hash()).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  void revoke(UUID family, Instant now) {
    jdbc.sql(REVOKE).param("family", family).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  void revokeAll(PersonId person, Instant now) {
    jdbc.sql(REVOKE_ALL)
        .param("person", person.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  int forgetEnded(Instant now) {
    return jdbc.sql(FORGET).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        row.getObject("family_id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getObject("revoked_at") != null,
        row.getObject("spent_at") != null,
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
