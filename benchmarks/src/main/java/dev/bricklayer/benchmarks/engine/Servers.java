package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.embedded.KafkaBroker;
import dev.bricklayer.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** One PostgreSQL and one Kafka, for all that is compared: the same settings for everybody. */
final class Servers implements AutoCloseable {

  /** Durable, as everywhere, and with the memory that a server of its own would have. */
  static final Map<String, String> POSTGRES =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "shared_buffers", "512MB",
          "max_wal_size", "4GB",
          "checkpoint_timeout", "15min",
          "max_connections", "300");

  static final int PARTITIONS = 12;

  private final PostgresServer postgres;
  private final KafkaBroker kafka;

  private Servers(PostgresServer postgres, KafkaBroker kafka) {
    this.postgres = postgres;
    this.kafka = kafka;
  }

  static Servers start(Path data) throws IOException {
    PostgresServer postgres = PostgresServer.start(data.resolve("postgres"), 0, POSTGRES);
    return new Servers(postgres, KafkaBroker.start(data.resolve("kafka"), 0, 0, Map.of()));
  }

  String kafka() {
    return kafka.bootstrapServers();
  }

  /** A database of its own for one that is compared. */
  DatabaseAccess database(String name) throws SQLException {
    return postgres.createRoleAndDatabase(name, "bench");
  }

  /** The superuser in that database, who may fill it quickly. */
  DatabaseAccess superuserOf(String database) {
    DatabaseAccess superuser = postgres.superuser();
    return new DatabaseAccess(postgres.jdbcUrl(database), superuser.user(), superuser.password());
  }

  /** What was written before is on the disk, so that nobody pays for another's checkpoint. */
  void settle() throws SQLException {
    execute(postgres.superuser(), "checkpoint");
  }

  String version() throws SQLException {
    DatabaseAccess access = postgres.superuser();
    try (Connection connection =
        DriverManager.getConnection(access.url(), access.user(), access.password())) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  static void execute(DatabaseAccess access, String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** As the engine makes its own. */
  void makeTopic(String name) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
      admin
          .createTopics(
              List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.<Short>empty())))
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  @Override
  public void close() throws IOException {
    kafka.close();
    postgres.close();
  }
}
