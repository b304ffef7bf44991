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

  /** Whoever is to be told waits; the row is this transaction's until it ends. */
  private static final String WAITING =
      "select to_tell from telling where about_id = :about for update";

  /** Newer words are told instead of older ones, whoever is at those. */
  private static final String CAME =
      "update telling set news = :news, claimed_until = null where about_id = :about";

  private static final String CLAIM_NEWS =
      """
      update telling set claimed_until = now() + :lease::interval
      where about_id = :about and news is not null
        and (claimed_until is null or claimed_until < now())
      returning to_tell, news
      """;

  private static final String UNTOLD =
      """
      select about_id from telling
      where news is not null and (claimed_until is null or claimed_until < now())
      order by since
      limit 50
      """;

  /** Unless newer words have come meanwhile. */
  private static final String TOLD =
      """
      update telling set news = null, claimed_until = null where about_id = :about and news = :news
      """;

  private static final String TOLD_LAST =
      "delete from telling where about_id = :about and news = :news";

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

  Optional<Addressee> waiting(UUID about) {
    return jdbc.sql(WAITING)
        .param("about", about)
        .query((row, _) -> json.read(row.getString("to_tell"), Addressee.class))
        .optional();
  }

  void came(UUID about, NewsItem item) {
    jdbc.sql(CAME).param("about", about).param("news", json.column(item)).update();
  }

  /** What is to be told, and to whom. */
  record Untold(Addressee to, NewsItem item) {}

  Optional<Untold> claimNews(UUID about, Duration lease) {
    return jdbc.sql(CLAIM_NEWS)
        .param("about", about)
        .param("lease", lease.toString())
        .query(
            (row, _) ->
                new Untold(
                    json.read(row.getString("to_tell"), Addressee.class),
                    json.read(row.getString("news"), NewsItem.class)))
        .optional();
  }

  List<UUID> untold() {
    return jdbc.sql(UNTOLD).query((row, _) -> row.getObject("about_id", UUID.class)).list();
  }

  void told(UUID about, NewsItem item) {
    jdbc.sql(item.last() ? TOLD_LAST : TOLD)
        .param("about", about)
        .param("news", json.column(item))
        .update();
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
