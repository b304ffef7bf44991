package dev.bricklayer.engine.lease;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** One copy of the engine, as far as leadership goes. */
public record Copy(UUID holder, LeaderDatabase database, Leases leases) implements AutoCloseable {

  /** Longer than a loaded machine makes anybody wait. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private static final Duration LOOK = Duration.ofMillis(50);

  /** A new copy whose leases last so long. */
  public static Copy on(JdbcConnectionDetails tables, Duration lease) {
    return on(tables, lease, PATIENT);
  }

  /** As {@link #on(JdbcConnectionDetails, Duration)}, where there are so many shards. */
  public static Copy on(JdbcConnectionDetails tables, Duration lease, int shards) {
    return on(tables, new LeaseSettings(lease, LOOK, PATIENT, shards));
  }

  /** A new copy that PostgreSQL takes for frozen after so long. */
  static Copy on(JdbcConnectionDetails tables, Duration lease, Duration idleInTransaction) {
    return on(tables, new LeaseSettings(lease, LOOK, idleInTransaction, 1));
  }

  /** A new copy that goes by this monotonic clock. */
  static Copy on(JdbcConnectionDetails tables, Duration lease, LongSupplier nanos) {
    return on(tables, new LeaseSettings(lease, LOOK, PATIENT, 1), nanos);
  }

  private static Copy on(JdbcConnectionDetails tables, LeaseSettings settings) {
    return on(tables, settings, System::nanoTime);
  }

  private static Copy on(JdbcConnectionDetails tables, LeaseSettings settings, LongSupplier nanos) {
    LeaderDatabase database = new LeaderDatabase(tables, settings);
    return new Copy(
        UUID.randomUUID(),
        database,
        new Leases(new LeaseRepository(database), database, settings, nanos));
  }

  @Override
  public void close() {
    database.destroy();
  }
}
