package dev.bricklayer.messaging;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes for whose outcome a transaction need not wait. They go to the database just before it
 * commits, in the order in which they were put in, together with its messages: as many statements,
 * one round trip. What fails there rolls the transaction back.
 *
 * <p>Until then nobody sees them, the transaction itself neither, so they are for what is written
 * last. For transactions that write the same each time: PostgreSQL prepares the statements in the
 * combination in which they come.
 */
public final class LastWrites {

  private static final String BETWEEN_STATEMENTS = ";\n";

  private final JdbcOperations jdbc;
  private final Map<String, ParsedSql> known = new ConcurrentHashMap<>();

  LastWrites(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins a write. */
  public Write sql(String sql) {
    return new Write(sql);
  }

  /** A statement and its parameters. */
  public final class Write {

    private final String sql;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    private Write(String sql) {
      this.sql = sql;
    }

    /** Gives one of its named parameters a value; none is a collection. */
    public Write param(String name, @Nullable Object value) {
      parameters.put(name, value);
      return this;
    }

    /** Gives several of its parameters their values. */
    public Write params(Map<String, ? extends @Nullable Object> values) {
      parameters.putAll(values);
      return this;
    }

    /** Puts it in, however many rows it finds. */
    public void atCommit() {
      atCommit(_ -> {});
    }

    /**
     * Puts it in.
     *
     * @param check looks how many rows it found; what it throws rolls the transaction back
     * @throws IllegalStateException when no transaction is running
     */
    public void atCommit(IntConsumer check) {
      gathered().writes.add(ready(check));
    }

    private Ready ready(IntConsumer check) {
      ParsedSql parsed =
          known.computeIfAbsent(sql, one -> NamedParameterUtils.parseSqlStatement(one.strip()));
      MapSqlParameterSource values = new MapSqlParameterSource(parameters);
      return new Ready(
          NamedParameterUtils.substituteNamedParameters(parsed, values),
          Arrays.asList(NamedParameterUtils.buildValueArray(parsed, values, null)),
          check);
    }
  }

  /** As the driver takes it. */
  private record Ready(String sql, List<@Nullable Object> values, IntConsumer check) {}

  /** Writes what was gathered so far, and asks a question in the same round trip. */
  <T> List<T> andThen(Write question, RowMapper<T> mapper) {
    Gathered gathered = gathered();
    gathered.writes.add(question.ready(_ -> {}));
    return execute(gathered.taken(), mapper);
  }

  private Gathered gathered() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("a last write needs a transaction that it is the end of");
    }
    Gathered bound = (Gathered) TransactionSynchronizationManager.getResource(this);
    if (bound != null) {
      return bound;
    }
    Gathered fresh = new Gathered();
    TransactionSynchronizationManager.bindResource(this, fresh);
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  /** Returns the rows of the last statement, if that was a question. */
  private <T> List<T> execute(List<Ready> writes, RowMapper<T> mapper) {
    String all = writes.stream().map(Ready::sql).collect(Collectors.joining(BETWEEN_STATEMENTS));
    List<@Nullable Object> values = new ArrayList<>();
    writes.forEach(write -> values.addAll(write.values()));
    List<T> answer =
        jdbc.execute(
            all,
            (PreparedStatement statement) -> {
              new ArgumentPreparedStatementSetter(values.toArray()).setValues(statement);
              return answers(statement, writes, mapper);
            });
    return answer == null ? List.of() : answer;
  }

  private static <T> List<T> answers(
      PreparedStatement statement, List<Ready> writes, RowMapper<T> mapper) throws SQLException {
    boolean isQuestion = statement.execute();
    for (Ready write : writes) {
      if (isQuestion) {
        return rows(statement, mapper);
      }
      write.check().accept(statement.getUpdateCount());
      isQuestion = statement.getMoreResults();
    }
    return List.of();
  }

  private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> mapper)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        found.add(Objects.requireNonNull(mapper.mapRow(rows, found.size())));
      }
    }
    return found;
  }

  /** The writes of one transaction. */
  private final class Gathered implements TransactionSynchronization {

    private List<Ready> writes = new ArrayList<>();

    /** How many there were at each savepoint. */
    private final Map<Object, Integer> savepoints = new HashMap<>();

    private List<Ready> taken() {
      List<Ready> taken = writes;
      writes = new ArrayList<>();
      return taken;
    }

    /** Those that no message took along. */
    @Override
    public void beforeCommit(boolean readOnly) {
      if (!writes.isEmpty()) {
        execute(taken(), (_, _) -> true);
      }
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(LastWrites.this);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(LastWrites.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(LastWrites.this, this);
    }

    @Override
    public void savepoint(Object savepoint) {
      savepoints.put(savepoint, writes.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
      writes.subList(savepoints.getOrDefault(savepoint, 0), writes.size()).clear();
    }
  }
}
