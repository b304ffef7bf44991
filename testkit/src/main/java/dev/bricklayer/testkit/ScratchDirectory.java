package dev.bricklayer.testkit;

import dev.bricklayer.embedded.DirectoryInUseException;
import dev.bricklayer.embedded.DirectoryLock;
import dev.bricklayer.embedded.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory for this JVM's test servers. Whoever makes one first removes those of JVMs that are
 * gone, with the servers that they may have left running: a test run that was killed leaves nothing
 * behind for longer than until the next one.
 */
final class ScratchDirectory {

  private static final Path ROOT =
      Path.of(System.getProperty("java.io.tmpdir"))
          .resolve("bricklayer-tests-" + System.getProperty("user.name"));

  private ScratchDirectory() {}

  /**
   * A new, empty directory whose owner is this JVM.
   *
   * @param server the name of the server that will live there
   */
  static Path create(String server) {
    try {
      Files.createDirectories(ROOT);
      for (Path other : children(ROOT)) {
        removeIfAbandoned(other);
      }
      return Files.createTempDirectory(
          ROOT, "%s-%d-".formatted(server, ProcessHandle.current().pid()));
    } catch (IOException e) {
      throw new UncheckedIOException("no place for the test servers", e);
    }
  }

  /**
   * The name tells whose it is; the lock is what counts when a number was given to another process.
   */
  private static void removeIfAbandoned(Path directory) throws IOException {
    if (ownerLives(directory)) {
      return;
    }
    try (DirectoryLock _ = DirectoryLock.take(directory)) {
      PostgresServer.endLeftOver(directory);
      remove(directory);
    } catch (DirectoryInUseException | NoSuchFileException anotherIsAtIt) {
      // Nothing to do: it is in use after all, or another JVM removes it right now.
    }
  }

  private static boolean ownerLives(Path directory) {
    long pid = Long.parseLong(directory.getFileName().toString().split("-")[1]);
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  static void remove(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<Path> children(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.toList();
    }
  }
}
