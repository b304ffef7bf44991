package dev.bricklayer.chassis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Lets transactions about the same thing take turns, also where there is no row yet that could be
 * locked: of two first messages about one bot the second then finds what the first made of it.
 *
 * <p>Whoever needs several locks takes them in one order everywhere (bot before owner).
 */
public final class TransactionLocks {

  /**
   * The lock is PostgreSQL's own and ends with the transaction, also when the client dies.
   * Sixty-four bits of hash: two things that share a lock by chance would wait for one another,
   * nothing worse.
   */
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended(:what, 0))
      """;

  private static final String WHAT = "what";

  private final NamedParameterJdbcOperations jdbc;

  /** Locks of this database. */
  public TransactionLocks(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Waits for its turn, and has it until the transaction ends.
   *
   * @param kind what is locked: {@code bot}, {@code owner}
   */
  public void lock(String kind, UUID id) {
    jdbc.query(LOCK, Map.of(WHAT, what(kind, id)), _ -> {});
  }

  /**
   * Waits for its turn as {@link #lock} does, and asks what is known then. One round trip for two
   * statements: the second takes its snapshot when its turn has come, so it sees what whoever had
   * the turn before has committed. As one statement with the lock it would not.
   *
   * @param question one statement, which finds one row whatever is known
   * @param parameters the question's, by name; none is called {@code what}
   * @return that row
   */
  public <T> T lockAndFind(
      String kind, UUID id, String question, Map<String, ?> parameters, RowMapper<T> mapper) {
    return both(LOCK, what(kind, id), question, parameters, mapper);
  }

  /**
   * As above, where only the database knows what is to be locked.
   *
   * @param id a query for the one id; its parameters stand among the question's
   */
  public <T> T lockAndFind(
      String kind, String id, String question, Map<String, ?> parameters, RowMapper<T> mapper) {
    return both(lockOnWhatIsFoundBy(id), kind, question, parameters, mapper);
  }

  private static String lockOnWhatIsFoundBy(String query) {
    return "select pg_advisory_xact_lock(hashtextextended(:what || ' ' || (" + query + "), 0))";
  }

  private <T> T both(
      String lock, String what, String question, Map<String, ?> parameters, RowMapper<T> mapper) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put(WHAT, what);
    return Objects.requireNonNull(
        jdbc.execute(lock.strip() + ";\n" + question, all, both -> second(both, mapper)));
  }

  private static String what(String kind, UUID id) {
    return kind + " " + id;
  }

  private static <T> T second(PreparedStatement both, RowMapper<T> mapper) throws SQLException {
    both.execute();
    both.getMoreResults();
    try (ResultSet answer = both.getResultSet()) {
      if (!answer.next()) {
        throw new IncorrectResultSizeDataAccessException(1, 0);
      }
      return Objects.requireNonNull(mapper.mapRow(answer, 0));
    }
  }
}
