package dev.bricklayer.bff.admin;

import dev.bricklayer.chassis.JsonColumns;
import dev.bricklayer.contracts.letter.LetterState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LetterRepository {

  private static final String KEEP =
      """
      insert into letter (letter_id, service, kept)
      values (:id, :service, :kept)
      on conflict (letter_id) do update
      set kept = excluded.kept, changed_at = now()
      where letter.kept is not null
      """;

  /** They are few, or something is so wrong that the latest say it. */
  private static final String LATEST =
      """
      select letter_id, service, kept from letter
      where kept is not null
      order by (kept ->> 'failedAt')::timestamptz desc, letter_id
      limit :most
      """;

  private static final String FIND =
      "select letter_id, service, kept from letter where letter_id = :id and kept is not null";

  private static final String FORGET =
      "delete from letter where kept is null and changed_at < now() - :age::interval";

  private final JdbcClient jdbc;
  private final JsonColumns json;

  LetterRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What is gone stays so. */
  void keep(LetterState state) {
    jdbc.sql(KEEP)
        .param("id", state.letterId())
        .param("service", state.service())
        .param("kept", state.kept() == null ? null : json.column(state.kept()))
        .update();
  }

  List<LetterView> latest(int most) {
    return jdbc.sql(LATEST).param("most", most).query((row, _) -> view(row)).list();
  }

  Optional<LetterView> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query((row, _) -> view(row)).optional();
  }

  void forget(Duration age) {
    jdbc.sql(FORGET).param("age", age.toString()).update();
  }

  private LetterView view(ResultSet row) throws SQLException {
    return LetterView.of(
        row.getObject("letter_id", UUID.class),
        row.getString("service"),
        json.read(row.getString("kept"), LetterState.Kept.class));
  }
}
