package dev.bricklayer.user.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SigningKeyRepository {

  /** Only one copy at a time makes keys; the lock goes with the transaction. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('signing_key', 0))";

  private static final String ALL =
      "select private_jwk, signs_from from signing_key order by signs_from, key_id";

  private static final String ADD =
      """
      insert into signing_key (key_id, private_jwk, signs_from)
      values (:key, :jwk, :signsFrom)
      """;

  /**
   * Whoever signed until that successor's time, and whose last token has run out, is not needed.
   */
  private static final String REMOVE_PREDECESSORS =
      """
      delete from signing_key
      where signs_from < (
        select max(signs_from) from signing_key where signs_from <= :lastTokenSignedAt)
      """;

  private final JdbcClient jdbc;

  SigningKeyRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void lock() {
    jdbc.sql(LOCK).query((row, i) -> true).single();
  }

  /** Oldest first. */
  List<SigningKey> all() {
    return jdbc.sql(ALL).query((row, i) -> key(row)).list();
  }

  void add(SigningKey key) {
    jdbc.sql(ADD)
        .param("key", UUID.fromString(key.key().getKeyID()))
        .param("jwk", key.key().toJSONString())
        .param("signsFrom", key.signsFrom().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Forgets keys whose successor had taken over by then. */
  int removePredecessors(Instant lastTokenSignedAt) {
    return jdbc.sql(REMOVE_PREDECESSORS)
        .param("lastTokenSignedAt", lastTokenSignedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static SigningKey key(ResultSet row) throws SQLException {
    try {
      return new SigningKey(
          ECKey.parse(row.getString("private_jwk")),
          row.getObject("signs_from", OffsetDateTime.class).toInstant());
    } catch (ParseException e) {
      throw new IllegalStateException("a signing key in the database cannot be read", e);
    }
  }
}
