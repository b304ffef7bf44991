package dev.bricklayer.bff.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Lets one copy provision at a time. The lock is PostgreSQL's own and belongs to a connection, not
 * to a transaction: what is made in Mattermost is written down at once and remains when a later
 * step fails. It ends with the connection, also when the process dies.
 */
@Component
class OneAtATime {

  private static final String TRY_LOCK =
      """
      select pg_try_advisory_lock(hashtextextended('provisioning', 0))
      """;

  private static final String UNLOCK =
      """
      select pg_advisory_unlock(hashtextextended('provisioning', 0))
      """;

  private final DataSource database;
  private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

  OneAtATime(DataSource database) {
    this.database = database;
  }

  /** What came of the work; empty when another copy is at it. */
  <T> Optional<T> run(Supplier<T> work) {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      if (!ask(connection, TRY_LOCK)) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        ask(connection, UNLOCK);
      }
    } catch (SQLException e) {
      var translated = translator.translate("lock for provisioning", null, e);
      throw translated != null ? translated : new IllegalStateException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private static boolean ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        var answer = statement.executeQuery()) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
