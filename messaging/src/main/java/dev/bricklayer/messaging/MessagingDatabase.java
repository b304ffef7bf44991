package dev.bricklayer.messaging;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The service's database, with the tables of messaging in it. They stand in the schema {@code
 * messaging} with a history of their own: neither versions nor names can collide with the
 * service's.
 */
record MessagingDatabase(
    JdbcClient jdbc, LastWrites lastWrites, TransactionOperations transaction) {

  private static final String SCHEMA = "messaging";

  /** Makes or updates the tables first. */
  static MessagingDatabase migrated(
      DataSource dataSource, PlatformTransactionManager transactions) {
    Flyway.configure(MessagingDatabase.class.getClassLoader())
        .dataSource(dataSource)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .table("messaging_schema_history")
        .locations("classpath:db/messaging")
        .load()
        .migrate();
    return new MessagingDatabase(
        JdbcClient.create(dataSource),
        new LastWrites(new JdbcTemplate(dataSource)),
        new TransactionTemplate(transactions));
  }
}
