package dev.bricklayer.engine.lease;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The leaders' own connections: one for each shard that this copy leads, and one to look with.
 * Apart from the pool, so that deliveries cannot make a leader wait, and with session settings that
 * the rest of the service should not have.
 */
@Component
public class LeaderDatabase implements DisposableBean {

  /**
   * Each batch is planned for the values it has, and never by reading the whole schedule: with few
   * statistics, or with the plan for any values, PostgreSQL would now and then prefer that.
   */
  public static final String PLANNING =
      "-c plan_cache_mode=force_custom_plan -c jit=off"
          + " -c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off";

  /** Where shards were taken away, those that are not empty yet are still led. */
  private static final int ONCE_MORE = 8;

  private final HikariDataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  LeaderDatabase(JdbcConnectionDetails database, LeaseSettings settings) {
    this.dataSource = new HikariDataSource(connection(database, settings));
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Statements on a leader's connection. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** Runs a transaction on a leader's connection. */
  <T> T inTransaction(Function<TransactionStatus, T> work) {
    T result = transactions.execute(work::apply);
    if (result == null) {
      throw new IllegalStateException("a transaction of the leader had no result");
    }
    return result;
  }

  private static HikariConfig connection(JdbcConnectionDetails database, LeaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("engine-leader");
    config.setJdbcUrl(database.getJdbcUrl());
    config.setUsername(database.getUsername());
    config.setPassword(database.getPassword());
    config.setMinimumIdle(1);
    config.setMaximumPoolSize(Math.max(settings.shards(), ONCE_MORE) + 1);
    config.setConnectionTimeout(5_000);
    // The service starts without its database and leads when there is one.
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "engine-leader");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", "10");
    config.addDataSourceProperty("options", sessionSettings(settings));
    return config;
  }

  /** A frozen leader loses its transaction. */
  private static String sessionSettings(LeaseSettings settings) {
    return "-c idle_in_transaction_session_timeout="
        + settings.idleInTransaction().toMillis()
        + " "
        + PLANNING;
  }

  @Override
  public void destroy() {
    dataSource.close();
  }
}
