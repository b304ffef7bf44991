package dev.bricklayer.testkit.checker;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.checker.LedgerRow.State;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The engine's ledger, and its database's clock, as somebody sees them who only reads. */
public final class LedgerReader {

  private static final String ROWS =
      """
      select job_id, planned_at, state, missed_from, coalesce(missed_count, 1), doubt_since,
             final_at, post_id, reason
      from occurrence
      where planned_at >= ? and coalesce(missed_from, planned_at) < ? and manual = ?
      """;

  private static final String NOW = "select clock_timestamp()";

  private static final String TOLD =
      "select not exists (select from messaging.outbox_message where sent_at is null)";

  private static final String QUIET =
      """
      select not exists (select from schedule where next_fire_at < ?)
        and not exists (select from occurrence where look_at is not null and planned_at < ?)
      """;

  private final DatabaseAccess database;

  public LedgerReader(DatabaseAccess database) {
    this.database = database;
  }

  /** The rows of what the schedule planned from {@code from} on and before {@code until}. */
  public List<LedgerRow> between(Instant from, Instant until) {
    return ask(ROWS, LedgerReader::row, utc(from), utc(until), false);
  }

  /** The rows of what people asked for beside the schedule. */
  public List<LedgerRow> manual(Instant from, Instant until) {
    return ask(ROWS, LedgerReader::row, utc(from), utc(until), true);
  }

  /** The database's time. */
  public Instant now() {
    return ask(NOW, row -> row.getObject(1, OffsetDateTime.class).toInstant()).getFirst();
  }

  /** Whether all that was planned before {@code until} is claimed and final. */
  public boolean isQuiet(Instant until) {
    return ask(QUIET, row -> row.getBoolean(1), utc(until), utc(until)).getFirst();
  }

  /** Whether Kafka has all that was to be told. */
  public boolean isTold() {
    return ask(TOLD, row -> row.getBoolean(1)).getFirst();
  }

  private static LedgerRow row(ResultSet row) throws SQLException {
    return new LedgerRow(
        row.getObject(1, UUID.class),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        State.valueOf(row.getString(3)),
        instant(row, 4),
        row.getInt(5),
        instant(row, 6),
        instant(row, 7),
        row.getString(8),
        row.getString(9));
  }

  private <T> List<T> ask(String question, Row<T> reader, Object... parameters) {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        PreparedStatement statement = connection.prepareStatement(question)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<T> answers = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          answers.add(reader.read(row));
        }
      }
      return answers;
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger cannot be read", e);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
