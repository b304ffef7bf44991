package dev.bricklayer.engine;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A database with the engine's tables, for what needs no running engine. */
public record EngineTables(DatabaseAccess access, Ledger ledger) implements JdbcConnectionDetails {

  /** A new one, empty. */
  public static EngineTables fresh() {
    DatabaseAccess access = TestDatabase.fresh("engine");
    Flyway.configure()
        .dataSource(access.url(), access.user(), access.password())
        .locations("classpath:db/engine")
        .load()
        .migrate();
    return new EngineTables(access, new Ledger(access));
  }

  @Override
  public String getUsername() {
    return access.user();
  }

  @Override
  public String getPassword() {
    return access.password();
  }

  @Override
  public String getJdbcUrl() {
    return access.url();
  }
}
