package dev.bricklayer.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @TempDir static Path directory;

  private static PostgresServer server;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.start(directory, 0);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void whatIsCommittedIsForcedToTheDisk() throws Exception {
    assertThat(query(server.superuser(), "show fsync")).isEqualTo("on");
    assertThat(query(server.superuser(), "show synchronous_commit")).isEqualTo("on");
    assertThat(query(server.superuser(), "show full_page_writes")).isEqualTo("on");
  }

  @Test
  void settingsOfTheCallerReplaceItsOwn(@TempDir Path other) throws Exception {
    try (var careless = PostgresServer.start(other, 0, java.util.Map.of("fsync", "off"))) {
      assertThat(query(careless.superuser(), "show fsync")).isEqualTo("off");
    }
  }

  @Test
  void dataSurviveAStopAndAKill() throws Exception {
    DatabaseAccess database = server.createRoleAndDatabase("survivor", "first");
    execute(database, "create table fact as select 1 as n");
    server.restart();
    execute(database, "insert into fact values (2)");
    server.kill();
    server.restart();
    assertThat(query(database, "select string_agg(n::text, ',' order by n) from fact"))
        .isEqualTo("1,2");
  }

  @Test
  void aDatabaseCanBeAskedForAgainWithANewPassword() throws Exception {
    server.createRoleAndDatabase("again", "first");
    DatabaseAccess second = server.createRoleAndDatabase("again", "it's \"second\"");
    assertThat(query(second, "select current_user")).isEqualTo("again");
    assertThatThrownBy(() -> query(new DatabaseAccess(second.url(), "again", "first"), "select 1"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void aDatabaseMayBeNamedByAWordOfSql() throws Exception {
    DatabaseAccess database = server.createRoleAndDatabase("user", "secret");
    assertThat(query(database, "select current_database()")).isEqualTo("user");
  }

  @Test
  void nobodyConnectsToTheDatabaseOfAnother() throws Exception {
    DatabaseAccess mine = server.createRoleAndDatabase("mine", "m");
    DatabaseAccess yours = server.createRoleAndDatabase("yours", "y");
    assertThatThrownBy(
            () -> query(new DatabaseAccess(yours.url(), mine.user(), mine.password()), "select 1"))
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void caseIsFoldedInEveryScript() throws Exception {
    assertThat(query(server.superuser(), "select lower('ÄРЯ')")).isEqualTo("äря");
  }

  @Test
  void aSecondServerOnTheSameDirectoryIsRefused() {
    assertThatThrownBy(() -> PostgresServer.start(directory, 0))
        .isInstanceOf(DirectoryInUseException.class)
        .hasMessageContaining(directory.toString());
  }

  @Test
  void theSuperusersPasswordIsForTheOwnersEyesOnly() throws Exception {
    Path file = directory.resolve("superuser.password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(server.superuser().toString()).doesNotContain(Files.readString(file));
  }

  @Test
  void aPortInUseIsToldWithTheWordsOfTheServersLog(@TempDir Path other) {
    assertThatThrownBy(() -> PostgresServer.start(other, server.port()))
        .hasMessageContaining("Address already in use");
  }

  static String query(DatabaseAccess access, String query) throws SQLException {
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  static void execute(DatabaseAccess access, String sql) throws SQLException {
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }
}
