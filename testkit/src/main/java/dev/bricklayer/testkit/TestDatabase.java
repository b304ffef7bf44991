package dev.bricklayer.testkit;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.embedded.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for tests, all on one real PostgreSQL that this JVM starts when the first is asked for.
 *
 * <p>It has fsync off: no test of a module looks at what a machine's crash leaves. Tests that kill
 * or restart a server start a {@link PostgresServer} of their own.
 *
 * <pre>{@code
 * @DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *   DatabaseAccess access = TestDatabase.fresh("engine");
 *   registry.add("spring.datasource.url", access::url);
 *   registry.add("spring.datasource.username", access::user);
 *   registry.add("spring.datasource.password", access::password);
 * }
 * }</pre>
 */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /**
   * A new, empty database with an owner of its own.
   *
   * @param name what its name begins with: lower case letters, digits and underscores
   */
  public static DatabaseAccess fresh(String name) {
    String unique = "%s_%d".formatted(name, COUNT.incrementAndGet());
    try {
      return Shared.SERVER.createRoleAndDatabase(unique, "secret-of-" + unique);
    } catch (SQLException e) {
      throw new IllegalStateException("could not make the database " + unique, e);
    }
  }

  /** Started by the first use, ended with the JVM. */
  private static final class Shared {

    static final PostgresServer SERVER = start();

    private static PostgresServer start() {
      Path directory = ScratchDirectory.create("postgres");
      try {
        PostgresServer server = PostgresServer.start(directory, 0, Map.of("fsync", "off"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(server, directory)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("the test database did not start", e);
      }
    }

    private static void discard(PostgresServer server, Path directory) {
      try (server) {
        server.kill();
        ScratchDirectory.remove(directory);
      } catch (IOException e) {
        throw new UncheckedIOException("the test database did not end", e);
      }
    }
  }
}
