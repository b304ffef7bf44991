package dev.bricklayer.engine.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one bucket, in the one row that all copies lease from. */
@Repository
class AllowanceRepository {

  private static final String READ =
      """
      select * from server_allowance
      """;

  /** Whoever leases waits for its turn: a short transaction of these two statements. */
  private static final String LOCK =
      """
      select * from server_allowance for update
      """;

  private static final String NOW =
      """
      select clock_timestamp()
      """;

  private static final String SAVE =
      """
      insert into server_allowance
        (per_second, at_least, at_most, size, level, level_at, held_until)
      values (:perSecond, :atLeast, :atMost, :size, :level, :levelAt, :heldUntil)
      on conflict (only_row) do update
      set per_second = excluded.per_second, at_least = excluded.at_least,
          at_most = excluded.at_most, size = excluded.size, level = excluded.level,
          level_at = excluded.level_at, held_until = excluded.held_until
      """;

  private static final String FORGET =
      """
      delete from server_allowance
      """;

  private final JdbcClient jdbc;

  AllowanceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Bucket> read() {
    return jdbc.sql(READ).query((row, _) -> bucket(row)).optional();
  }

  Optional<Bucket> lock() {
    return jdbc.sql(LOCK).query((row, _) -> bucket(row)).optional();
  }

  /** The time after the lock was got, so that nobody goes back behind who had it before. */
  Instant now() {
    return jdbc.sql(NOW).query(OffsetDateTime.class).single().toInstant();
  }

  void save(Bucket bucket) {
    jdbc.sql(SAVE)
        .param("perSecond", bucket.perSecond())
        .param("atLeast", bucket.bounds().atLeast())
        .param("atMost", bucket.bounds().atMost())
        .param("size", bucket.size())
        .param("level", bucket.level())
        .param("levelAt", bucket.at().atOffset(ZoneOffset.UTC))
        .param("heldUntil", bucket.heldUntil().atOffset(ZoneOffset.UTC))
        .update();
  }

  void forget() {
    jdbc.sql(FORGET).update();
  }

  private static Bucket bucket(ResultSet row) throws SQLException {
    return new Bucket(
        row.getDouble("per_second"),
        new RateBounds(row.getDouble("at_least"), row.getDouble("at_most")),
        row.getInt("size"),
        row.getDouble("level"),
        row.getObject("level_at", OffsetDateTime.class).toInstant(),
        row.getObject("held_until", OffsetDateTime.class).toInstant());
  }
}
