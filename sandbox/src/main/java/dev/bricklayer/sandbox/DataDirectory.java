package dev.bricklayer.sandbox;

import dev.bricklayer.embedded.DirectoryInUseException;
import dev.bricklayer.embedded.DirectoryLock;
import dev.bricklayer.embedded.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one installation keeps everything: databases, topics, secrets, the stand-in's world, logs.
 * It belongs to one Mattermost for good, and is used by one running instance at a time.
 */
final class DataDirectory implements AutoCloseable {

  static final String STAND_IN = "the stand-in";

  private static final String MARK = "mattermost";
  private static final String LOCK = "lock";

  private final Path root;
  private final @Nullable DirectoryLock lock;

  private DataDirectory(Path root, @Nullable DirectoryLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the directory for this instance, and ends a PostgreSQL that a killed instance left on it.
   *
   * @param mattermost whose it is: the server's address, or {@link #STAND_IN}
   * @param fresh whether to remove first what is there
   */
  static DataDirectory open(Path root, String mattermost, boolean fresh)
      throws CannotStartException {
    try {
      var directory = new DataDirectory(root, DirectoryLock.take(root));
      directory.prepare(mattermost, fresh);
      return directory;
    } catch (DirectoryInUseException e) {
      throw new CannotStartException(
          "another Bricklayer runs on %s: stop it, or choose another directory with --data DIR."
              .formatted(root),
          e);
    } catch (AccessDeniedException e) {
      throw new CannotStartException(
          "%s cannot be read or written: give this user the right, or choose another directory with --data DIR."
              .formatted(e.getFile()),
          e);
    } catch (IOException e) {
      throw new CannotStartException(
          "%s cannot be used as data directory (%s): choose another one with --data DIR."
              .formatted(root, e.getMessage()),
          e);
    }
  }

  /** As {@link #open}, or beside the instance that runs on it. */
  static DataDirectory openOrJoin(Path root, String mattermost) throws CannotStartException {
    try {
      return open(root, mattermost, false);
    } catch (CannotStartException e) {
      if (!(e.getCause() instanceof DirectoryInUseException)) {
        throw e;
      }
    }
    try {
      var directory = new DataDirectory(root, null);
      directory.mark(mattermost);
      return directory;
    } catch (IOException e) {
      throw new CannotStartException("%s cannot be read (%s).".formatted(root, e.getMessage()), e);
    }
  }

  /** Whether another instance runs on it. */
  boolean isShared() {
    return lock == null;
  }

  private void prepare(String mattermost, boolean fresh) throws IOException, CannotStartException {
    try {
      refuseForeign();
      PostgresServer.endLeftOver(postgres());
      if (fresh) {
        clear();
      }
      mark(mattermost);
      Files.createDirectories(logs());
    } catch (IOException | CannotStartException e) {
      close();
      throw e;
    }
  }

  /** A directory with something of somebody else's is neither filled nor, with --fresh, emptied. */
  private void refuseForeign() throws IOException, CannotStartException {
    if (!Files.exists(root.resolve(MARK)) && !content().isEmpty()) {
      throw new CannotStartException(
          "%s is not empty and not Bricklayer's: choose another directory with --data DIR."
              .formatted(root));
    }
  }

  private void mark(String mattermost) throws IOException, CannotStartException {
    Path mark = root.resolve(MARK);
    if (!Files.exists(mark)) {
      Files.writeString(mark, mattermost + "\n");
    }
    String owner = Files.readString(mark).strip();
    if (!owner.equals(mattermost)) {
      throw new CannotStartException(
          "the data in %s belong to %s: choose another directory for %s with --data DIR."
              .formatted(root, owner, mattermost));
    }
  }

  /**
   * The logs stay: this instance writes there already, and who begins anew may want to know why.
   */
  private void clear() throws IOException {
    for (Path path : content().stream().filter(path -> !path.equals(logs())).toList()) {
      try (Stream<Path> below = Files.walk(path)) {
        for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  private List<Path> content() throws IOException {
    try (Stream<Path> paths = Files.list(root)) {
      return paths.filter(path -> !path.endsWith(LOCK)).toList();
    }
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path kafka() {
    return root.resolve("kafka");
  }

  Path standIn() {
    return root.resolve("stand-in");
  }

  Path logs() {
    return root.resolve("logs");
  }

  /** What must be secret and the same at every start. */
  Secrets secrets() throws IOException {
    return Secrets.in(root.resolve("secrets.properties"));
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
