package dev.bricklayer.bff.undelivered;

import dev.bricklayer.chassis.JsonColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WordRepository {

  private static final String KEEP = "insert into owner_word (word) values (:word)";

  /** One copy tells it; should it die, the row is free again after the lease. */
  private static final String CLAIM =
      """
      with untold as (
        select word_id from owner_word
        where claimed_until is null or claimed_until < now()
        order by word_id
        limit :most
        for update skip locked
      )
      update owner_word set claimed_until = now() + :lease::interval
      from untold
      where owner_word.word_id = untold.word_id
      returning owner_word.word_id, owner_word.word, owner_word.posts_told
      """;

  private static final String TOLD =
      "update owner_word set posts_told = :posts where word_id = :id";

  private static final String DELETE = "delete from owner_word where word_id = :id";

  private static final String FORGET =
      "delete from owner_word where since < now() - :kept::interval";

  private final JdbcClient jdbc;
  private final JsonColumns json;

  WordRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * A word that this copy tells now.
   *
   * @param postsTold how many posts of it are there already
   */
  record Claimed(long id, Word word, int postsTold) {}

  void keep(Word word) {
    jdbc.sql(KEEP).param("word", json.column(word)).update();
  }

  /** The oldest first: what stands still comes after what was not delivered for it. */
  List<Claimed> claim(int most, Duration lease) {
    return jdbc
        .sql(CLAIM)
        .param("most", most)
        .param("lease", lease.toString())
        .query((row, _) -> claimed(row))
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Claimed::id))
        .toList();
  }

  void told(long id, int posts) {
    jdbc.sql(TOLD).param("id", id).param("posts", posts).update();
  }

  void delete(long id) {
    jdbc.sql(DELETE).param("id", id).update();
  }

  int forget(Duration kept) {
    return jdbc.sql(FORGET).param("kept", kept.toString()).update();
  }

  private Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        row.getLong("word_id"),
        json.read(row.getString("word"), Word.class),
        row.getInt("posts_told"));
  }
}
