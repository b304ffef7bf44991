package dev.bricklayer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.checker.LedgerReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SettableDatabaseClockTest {

  private static final ChronoUnit SECONDS = ChronoUnit.SECONDS;

  private final DatabaseAccess database = TestDatabase.fresh("clock");
  private final SettableDatabaseClock clock = SettableDatabaseClock.in(database);

  @Test
  void goesAsTheOthersUntilItIsSet() {
    assertThat(new LedgerReader(database).now()).isCloseTo(Instant.now(), within(5, SECONDS));
  }

  @Test
  void showsWhatItIsSetToInBothWaysToAsk() throws SQLException {
    clock.advance(Duration.ofHours(-30));
    Instant then = Instant.now().minus(Duration.ofHours(30));
    assertThat(new LedgerReader(database).now()).isCloseTo(then, within(5, SECONDS));
    assertThat(ask("select now()")).isCloseTo(then, within(5, SECONDS));
    assertThat(clock.instant()).isCloseTo(then, within(5, SECONDS));
  }

  @Test
  void standsStillWithinATransaction() throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      Instant began = ask(connection, "select now()");
      clock.advance(Duration.ofHours(1));
      assertThat(ask(connection, "select now()")).isEqualTo(began);
      assertThat(ask(connection, "select clock_timestamp()")).isAfter(began.plusSeconds(3599));
      connection.commit();
      assertThat(ask(connection, "select now()")).isAfter(began.plusSeconds(3599));
    }
  }

  private Instant ask(String question) throws SQLException {
    try (Connection connection = connect()) {
      return ask(connection, question);
    }
  }

  private static Instant ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
