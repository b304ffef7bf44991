package dev.bricklayer.user.keys;

import com.nimbusds.jose.jwk.ECKey;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.sealing.UnopenableTextException;
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
      "select key_id, sealed_jwk, signs_from from signing_key order by signs_from, key_id";

  private static final String ADD =
      """
      insert into signing_key (key_id, sealed_jwk, signs_from)
      values (:key, :sealed, :signsFrom)
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
  private final OwnKey ownKey;

  SigningKeyRepository(JdbcClient jdbc, OwnKey ownKey) {
    this.jdbc = jdbc;
    this.ownKey = ownKey;
  }

  void lock() {
    jdbc.sql(LOCK).query((row, i) -> true).single();
  }

  /**
   * Oldest first.
   *
   * @throws IllegalStateException when they were sealed with another key than the one set here
   */
  List<SigningKey> all() {
    return jdbc.sql(ALL).query((row, i) -> key(row)).list();
  }

  void add(SigningKey key) {
    jdbc.sql(ADD)
        .param("key", UUID.fromString(key.key().getKeyID()))
        .param("sealed", ownKey.seal(purpose(key.key().getKeyID()), key.key().toJSONString()))
        .param("signsFrom", key.signsFrom().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Forgets keys whose successor had taken over by then. */
  int removePredecessors(Instant lastTokenSignedAt) {
    return jdbc.sql(REMOVE_PREDECESSORS)
        .param("lastTokenSignedAt", lastTokenSignedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  private SigningKey key(ResultSet row) throws SQLException {
    String keyId = row.getObject("key_id", UUID.class).toString();
    try {
      return new SigningKey(
          ECKey.parse(ownKey.open(purpose(keyId), row.getBytes("sealed_jwk"))),
          row.getObject("signs_from", OffsetDateTime.class).toInstant());
    } catch (UnopenableTextException e) {
      throw new IllegalStateException(
          "the signing keys in the database were sealed with another key: set BRICKLAYER_OWNKEY as"
              + " it was, or, if it is lost, empty the table signing_key",
          e);
    } catch (ParseException e) {
      throw new IllegalStateException("a signing key in the database cannot be read", e);
    }
  }

  /** A sealed key that was moved to another row would not open. */
  private static String purpose(String keyId) {
    return "signing key " + keyId;
  }
}
