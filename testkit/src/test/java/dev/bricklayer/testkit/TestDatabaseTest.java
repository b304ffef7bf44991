package dev.bricklayer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.embedded.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void everyDatabaseIsNewAndEmptyAndBelongsToItsOwner() throws Exception {
    DatabaseAccess first = TestDatabase.fresh("fact");
    DatabaseAccess second = TestDatabase.fresh("fact");
    assertThat(first.url()).isNotEqualTo(second.url());
    try (Connection connection =
            DriverManager.getConnection(second.url(), second.user(), second.password());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from pg_class where relnamespace = 'public'::regnamespace")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
      statement.execute("create table mine (id int)");
    }
  }
}
