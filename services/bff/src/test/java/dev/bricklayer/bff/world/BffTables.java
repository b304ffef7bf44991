package dev.bricklayer.bff.world;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The bff's tables in a database of their own, without a bff. */
public final class BffTables {

  private BffTables() {}

  /** Empty ones. */
  public static JdbcClient fresh() {
    DatabaseAccess access = TestDatabase.fresh("tables");
    var database = new DriverManagerDataSource(access.url(), access.user(), access.password());
    Flyway.configure().dataSource(database).locations("classpath:db/bff").load().migrate();
    return JdbcClient.create(database);
  }
}
