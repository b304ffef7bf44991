package dev.bricklayer.bff.endings;

import dev.bricklayer.chassis.JsonColumns;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TellingRepository {

  /** Whoever asks twice for the same is told once, where they asked last. */
  private static final String KEEP =
      """
      insert into telling (about_id, to_tell) values (:about, :telling)
      on conflict (about_id) do update set to_tell = excluded.to_tell
      """;

  /** One copy tells it; should it die, the row is free again after the lease. */
  private static final String CLAIM =
      """
      update telling set claimed_until = now() + :lease::interval
      where about_id = :about and (claimed_until is null or claimed_until < now())
      returning to_tell
      """;

  /** What has ended and nobody tells: its copy died, or Mattermost was away. */
  private static final String OVERDUE =
      """
      select about_id from telling
      join operation on operation_id = about_id
      where ended_at < now() - interval '2 s' and (claimed_until is null or claimed_until < now())
      order by ended_at
      limit 50
      """;

  private static final String RELEASE =
      "update telling set claimed_until = null where about_id = :about";

  private static final String DELETE = "delete from telling where about_id = :about";

  private static final String FORGET = "delete from telling where since < now() - :kept::interval";

  private final JdbcClient jdbc;
  private final JsonColumns json;

  TellingRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A {@link Telling} about an operation, an {@link Addressee} about anything else. */
  void keep(UUID about, Record telling) {
    jdbc.sql(KEEP).param("about", about).param("telling", json.column(telling)).update();
  }

  <T extends Record> Optional<T> claim(UUID about, Duration lease, Class<T> type) {
    return jdbc.sql(CLAIM)
        .param("about", about)
        .param("lease", lease.toString())
        .query((row, _) -> json.read(row.getString("to_tell"), type))
        .optional();
  }

  /** It will be told again. */
  void release(UUID about) {
    jdbc.sql(RELEASE).param("about", about).update();
  }

  List<UUID> overdue() {
    return jdbc.sql(OVERDUE).query((row, _) -> row.getObject("about_id", UUID.class)).list();
  }

  void delete(UUID about) {
    jdbc.sql(DELETE).param("about", about).update();
  }

  void forget(Duration kept) {
    jdbc.sql(FORGET).param("kept", kept.toString()).update();
  }
}
