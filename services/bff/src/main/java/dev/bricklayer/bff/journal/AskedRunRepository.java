package dev.bricklayer.bff.journal;

import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.contracts.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which runs were asked for under a key. They are forgotten as the runs are. */
@Repository
class AskedRunRepository {

  /** Of two requests under one key the second waits for the first one's commit. */
  private static final String INSERT =
      """
      insert into asked_run (person_id, idempotency_key, request_hash, planned_at)
      values (:person, :key, :hash, :at)
      on conflict (person_id, idempotency_key) do nothing
      """;

  private static final String FIND =
      """
      select planned_at from asked_run
      where person_id = :person and idempotency_key = :key and request_hash = :hash
      """;

  private static final String FORGET =
      """
      delete from asked_run where planned_at < now() - :days * interval '1 day'
      """;

  private final JdbcClient jdbc;
  private final JournalSettings settings;

  AskedRunRepository(JdbcClient jdbc, JournalSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** False when the person has used the key before. */
  boolean keep(PersonId person, RequestKey key, Instant at) {
    return asking(INSERT, person, key).param("at", at.atOffset(ZoneOffset.UTC)).update() == 1;
  }

  /** The instant of what was asked for before; empty when it was something else. */
  Optional<Instant> find(PersonId person, RequestKey key) {
    return asking(FIND, person, key)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private JdbcClient.StatementSpec asking(String sql, PersonId person, RequestKey key) {
    return jdbc.sql(sql)
        .param("person", person.value())
        .param("key", key.key())
        .param("hash", key.hash());
  }

  int forgetOld() {
    return jdbc.sql(FORGET).param("days", settings.keep().toDays()).update();
  }
}
