package dev.bricklayer.testkit;

import dev.bricklayer.embedded.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A database whose clock a test sets, forward and back, while programs use it: for its owner {@code
 * now()} and {@code clock_timestamp()} are functions that stand before PostgreSQL's own in the
 * search path. The time goes on from where it was set; within a transaction {@code now()} stands
 * still, whatever is set meanwhile, as PostgreSQL's own does. As an {@link InstantSource} it is the
 * same clock, for others who are to agree with the database.
 *
 * <p>{@code current_timestamp} is a word of the grammar and no function: it cannot be set.
 */
public final class SettableDatabaseClock implements InstantSource {

  private static final String INSTALL =
      """
      create schema clock;
      create table clock.set (ahead interval not null);
      insert into clock.set values (interval '0');
      create function clock.now() returns timestamptz language plpgsql stable as $$
      declare
        fixed text := nullif(current_setting('clock.ahead', true), '');
      begin
        if fixed is null then
          select ahead into fixed from clock.set;
          perform set_config('clock.ahead', fixed, true);
        end if;
        return pg_catalog.now() + fixed::interval;
      end $$;
      create function clock.clock_timestamp() returns timestamptz language sql volatile
        as 'select pg_catalog.clock_timestamp() + (select ahead from clock.set)';
      do $$
      begin
        execute format('alter role %I in database %I set search_path = public, clock, pg_catalog',
                       current_user, current_database());
      end $$;
      """;

  private final DatabaseAccess database;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  private SettableDatabaseClock(DatabaseAccess database) {
    this.database = database;
  }

  /** Makes the clock of a database settable, for every connection that is opened from now on. */
  public static SettableDatabaseClock in(DatabaseAccess database) {
    SettableDatabaseClock clock = new SettableDatabaseClock(database);
    clock.execute(INSTALL);
    return clock;
  }

  /** Sets it on; back, when the duration is negative. */
  public void advance(Duration by) {
    Duration next = ahead.accumulateAndGet(by, Duration::plus);
    execute("update clock.set set ahead = interval '%d milliseconds'".formatted(next.toMillis()));
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead.get());
  }

  private void execute(String sql) {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the database's clock could not be set", e);
    }
  }
}
