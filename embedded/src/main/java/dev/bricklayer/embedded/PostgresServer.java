package dev.bricklayer.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to this process and keeps its data in one directory.
 *
 * <p>What was committed survives everything, the death of the machine included: {@code fsync} and
 * {@code synchronous_commit} are on unless a test switches them off. A server that outlived its
 * owner (kill -9) is ended at the next start on the same directory. It listens on the loopback
 * address only, and everybody needs a password, the superuser too. Starting several servers in
 * parallel is safe.
 *
 * <p>The caller closes it; there is no shutdown hook, so that those who still need the database
 * when the process ends can be stopped first.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
  private static final String SUPERUSER = "postgres";

  /** Durable, and small: five services share the machine with it. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("max_connections", "200"),
          Map.entry("shared_buffers", "32MB"),
          Map.entry("max_wal_size", "256MB"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("jit", "off"),
          // One machine, short statements: no processes for replication, parallel plans or I/O.
          Map.entry("wal_level", "minimal"),
          Map.entry("max_wal_senders", "0"),
          Map.entry("max_logical_replication_workers", "0"),
          Map.entry("max_parallel_workers_per_gather", "0"),
          Map.entry("io_method", "sync"));

  private final PostgresPrograms programs;
  private final DirectoryLock lock;
  private final Path directory;
  private final int port;
  private final String superuserPassword;

  private PostgresServer(
      PostgresPrograms programs, DirectoryLock lock, Path directory, int port, String password) {
    this.programs = programs;
    this.lock = lock;
    this.directory = directory;
    this.port = port;
    this.superuserPassword = password;
  }

  /**
   * Starts a server on a directory and returns when it takes connections. A missing or empty
   * directory becomes a new, empty server.
   *
   * @param port where to listen; 0 for any free port
   * @throws DirectoryInUseException when another instance runs on this directory
   * @throws IOException when PostgreSQL cannot start, with the end of its log
   */
  public static PostgresServer start(Path directory, int port) throws IOException {
    return start(directory, port, Map.of());
  }

  /**
   * As {@link #start(Path, int)}, with settings of PostgreSQL that replace the ones chosen here.
   *
   * @param settings names and values as in {@code postgresql.conf}, without quotes
   */
  public static PostgresServer start(Path directory, int port, Map<String, String> settings)
      throws IOException {
    Path absolute = directory.toAbsolutePath().normalize();
    DirectoryLock lock = DirectoryLock.take(absolute);
    try {
      PostgresPrograms programs = PostgresPrograms.unpacked();
      String password = superuserPassword(absolute);
      var server = new PostgresServer(programs, lock, absolute, FreePort.orAny(port), password);
      endLeftOver(absolute);
      server.initialize();
      server.configure(settings);
      server.launch();
      return server;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Ends the server that runs on a directory, if there is one. For directories whose {@linkplain
   * DirectoryLock lock} the caller holds: whoever still runs there has lost its owner.
   */
  public static void endLeftOver(Path directory) throws IOException {
    Optional<Postmaster> leftOver = Postmaster.of(directory.resolve("data"));
    if (leftOver.isPresent()) {
      log.info("Ending a PostgreSQL that outlived its owner on {}", directory);
      leftOver.get().stop();
    }
  }

  /** The port that it listens on, the same after every restart. */
  public int port() {
    return port;
  }

  /** The address of one of its databases. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** The superuser's way into the maintenance database. */
  public DatabaseAccess superuser() {
    return new DatabaseAccess(jdbcUrl("postgres"), SUPERUSER, superuserPassword);
  }

  /**
   * Makes a database with an owner of the same name, or gives the owner this password when they are
   * there already. Other roles, except the superuser, cannot connect to it.
   *
   * @param name lower case letters, digits and underscores, beginning with a letter
   */
  public DatabaseAccess createRoleAndDatabase(String name, String password) throws SQLException {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a name for a database: " + name);
    }
    try (Connection connection = connect(superuser());
        Statement statement = connection.createStatement()) {
      // Always in quotes: "user" is a word of SQL.
      String quoted = statement.enquoteIdentifier(name, true);
      String verb =
          exists(connection, "select 1 from pg_roles where rolname = ?", name) ? "alter" : "create";
      statement.execute(
          "%s role %s login password %s"
              .formatted(verb, quoted, statement.enquoteLiteral(password)));
      if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
        statement.execute("create database %s owner %s".formatted(quoted, quoted));
      }
      statement.execute("revoke connect on database %s from public".formatted(quoted));
    }
    return new DatabaseAccess(jdbcUrl(name), name, password);
  }

  /**
   * Stops it in order, throwing out who is connected. It can be {@linkplain #restart() restarted}.
   */
  public synchronized void stop() throws IOException {
    Optional<Postmaster> running = Postmaster.of(data());
    if (running.isPresent()) {
      running.get().stop();
    }
  }

  /** Ends it as a crash would, for tests of faults: the next start recovers from the log. */
  public synchronized void kill() throws IOException {
    Optional<Postmaster> running = Postmaster.of(data());
    if (running.isPresent()) {
      running.get().kill();
    }
  }

  /** Starts it again after {@link #stop()} or {@link #kill()}: same port, same data. */
  public synchronized void restart() throws IOException {
    stop();
    launch();
  }

  @Override
  public synchronized void close() throws IOException {
    stop();
    lock.close();
  }

  /**
   * In a folder aside that is renamed when complete, so that no half-made server is ever started.
   */
  private void initialize() throws IOException {
    if (Files.isDirectory(data())) {
      return;
    }
    Path partial = Files.createTempDirectory(directory, "initializing-");
    programs.run(
        "initdb",
        List.of(
            "--pgdata=" + partial,
            "--username=" + SUPERUSER,
            "--pwfile=" + passwordFile(directory),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // The same order and the same lower() for every script on every system.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"));
    Files.writeString(
        partial.resolve("postgresql.conf"),
        "include 'bricklayer.conf'\n",
        StandardOpenOption.APPEND);
    Files.move(partial, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void configure(Map<String, String> settings) throws IOException {
    Map<String, String> all = new TreeMap<>(SETTINGS);
    all.put("port", Integer.toString(port));
    all.putAll(settings);
    Files.writeString(
        data().resolve("bricklayer.conf"),
        all.entrySet().stream()
            .map(e -> "%s = '%s'\n".formatted(e.getKey(), e.getValue().replace("'", "''")))
            .collect(Collectors.joining()));
  }

  /**
   * By pg_ctl, which gives the server a session of its own: a Ctrl-C at the terminal does not reach
   * it.
   */
  private void launch() throws IOException {
    Path serverLog = directory.resolve("postgres.log");
    try {
      programs.run(
          "pg_ctl",
          List.of("start", "-w", "-t", "60", "-D", data().toString(), "-l", serverLog.toString()));
    } catch (IOException e) {
      throw new IOException("PostgreSQL did not start; its log ends with: " + tail(serverLog), e);
    }
  }

  private static String tail(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "(nothing)";
    }
    try (Stream<String> lines = Files.lines(file)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 10), all.size()));
    }
  }

  private Path data() {
    return directory.resolve("data");
  }

  private static Path passwordFile(Path directory) {
    return directory.resolve("superuser.password");
  }

  private static String superuserPassword(Path directory) throws IOException {
    Path file = passwordFile(directory);
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path partial =
          Files.createTempFile(
              directory,
              "password-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(partial, HexFormat.of().formatHex(random));
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  private static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
