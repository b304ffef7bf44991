package dev.bricklayer.systemtests.faults;

import static org.awaitility.Awaitility.await;

import dev.bricklayer.embedded.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Locks in the engine's database that a test holds, so that an engine stops just where it needs
 * them: there it can be killed as at a named point, and knows nothing of it.
 */
final class Hold implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String WAITING =
      """
      select count(*) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query ilike ?
      """;

  private final DatabaseAccess database;
  private final Connection connection;

  private Hold(DatabaseAccess database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** Takes what this statement locks, and keeps it until it is closed. */
  static Hold of(DatabaseAccess database, String sql) throws SQLException {
    Connection connection = connect(database);
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
    return new Hold(database, connection);
  }

  /** As {@link #of}, behind whoever waits already. */
  static CompletableFuture<Hold> next(DatabaseAccess database, String sql) {
    CompletableFuture<Hold> hold = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            hold.complete(of(database, sql));
          } catch (SQLException e) {
            hold.completeExceptionally(e);
          }
        });
    return hold;
  }

  /** Returns when so many sessions wait for a lock with a statement like this. */
  void awaitWaiting(int sessions, String like) {
    await("that " + sessions + " wait with " + like)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> waiting(like) >= sessions);
  }

  private int waiting(String like) throws SQLException {
    try (Connection looking = connect(database);
        PreparedStatement question = looking.prepareStatement(WAITING)) {
      question.setString(1, like);
      try (ResultSet answer = question.executeQuery()) {
        answer.next();
        return answer.getInt(1);
      }
    }
  }

  private static Connection connect(DatabaseAccess database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
