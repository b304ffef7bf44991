package dev.bricklayer.user.deleteuser;

import dev.bricklayer.contracts.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HandoverCodeRepository {

  /** A new code takes the place of the one before. */
  private static final String OFFER =
      """
      insert into handover_code (person_id, code_mac, expires_at)
      values (:heir, :mac, :expiresAt)
      on conflict (person_id) do update
      set code_mac = excluded.code_mac, expires_at = excluded.expires_at, tries = 0
      """;

  /** Counts the try before the answer is known, so that tries at the same moment all count. */
  private static final String TRY =
      """
      update handover_code set tries = tries + 1
      where person_id = :heir and expires_at > :now and tries < :most
      returning code_mac
      """;

  private static final String SPEND = "delete from handover_code where person_id = :heir";

  /** Index handover_code__end. */
  private static final String FORGET = "delete from handover_code where expires_at <= :now";

  private final JdbcClient jdbc;

  HandoverCodeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void offer(PersonId heir, byte[] mac, Instant expiresAt) {
    jdbc.sql(OFFER)
        .param("heir", heir.value())
        .param("mac", mac)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<byte[]> macToTry(PersonId heir, Instant now, int most) {
    return jdbc.sql(TRY)
        .param("heir", heir.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, _) -> row.getBytes("code_mac"))
        .optional();
  }

  void spend(PersonId heir) {
    jdbc.sql(SPEND).param("heir", heir.value()).update();
  }

  void forget(Instant now) {
    jdbc.sql(FORGET).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }
}
