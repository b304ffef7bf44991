package dev.bricklayer.testkit.saga;

import dev.bricklayer.embedded.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks through every table of a database, those that nobody thought of included. */
public final class Rows {

  private static final String TABLES =
      """
      select format('%I.%I', table_schema, table_name)
      from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      order by 1
      """;

  private Rows() {}

  /** How many rows of each table name any of these; tables without one are left out. */
  public static Map<String, Long> naming(DatabaseAccess database, List<?> ids) {
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.user(), database.password())) {
      Map<String, Long> found = new TreeMap<>();
      for (String table : tables(connection)) {
        long rows = rows(connection, table, ids);
        if (rows > 0) {
          found.put(table, rows);
        }
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError("the tables could not be looked through", e);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TABLES);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static long rows(Connection connection, String table, List<?> ids) throws SQLException {
    String anyOfThem = "select count(*) from %s as t where cast(t as text) ~ ?".formatted(table);
    try (PreparedStatement statement = connection.prepareStatement(anyOfThem)) {
      statement.setString(1, String.join("|", ids.stream().map(Object::toString).toList()));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
