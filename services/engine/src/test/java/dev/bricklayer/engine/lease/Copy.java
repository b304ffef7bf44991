package dev.bricklayer.engine.lease;

import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** One copy of the engine, as far as leadership goes. */
public record Copy(UUID holder, LeaderDatabase database, Leases leases) implements AutoCloseable {

  /** Longer than a loaded machine makes anybody wait. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  /** A new copy whose leases last so long. */
  public static Copy on(JdbcConnectionDetails tables, Duration lease) {
    return on(tables, lease, PATIENT);
  }

  /** A new copy that PostgreSQL takes for frozen after so long. */
  static Copy on(JdbcConnectionDetails tables, Duration lease, Duration idleInTransaction) {
    LeaseSettings settings = new LeaseSettings(lease, Duration.ofMillis(50), idleInTransaction);
    LeaderDatabase database = new LeaderDatabase(tables, settings);
    return new Copy(
        UUID.randomUUID(), database, new Leases(new LeaseRepository(database), database, settings));
  }

  @Override
  public void close() {
    database.destroy();
  }
}
