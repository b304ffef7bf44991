package dev.bricklayer.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The main process of a PostgreSQL server, found by the {@code postmaster.pid} of its data
 * directory.
 */
final class Postmaster {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ProcessHandle process;

  private Postmaster(ProcessHandle process) {
    this.process = process;
  }

  /**
   * The server that runs on a data directory, if one does. A process that merely got the number of
   * a dead server is not taken for one: it must be a PostgreSQL whose file names this directory.
   */
  static Optional<Postmaster> of(Path dataDirectory) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
    } catch (NoSuchFileException notRunning) {
      return Optional.empty();
    }
    if (lines.size() < 2 || !Files.isSameFile(Path.of(lines.get(1)), dataDirectory)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(Postmaster::isPostgres)
        .map(Postmaster::new);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Ends the server at once, as a crash would: nothing is written any more. Returns when all its
   * processes are gone.
   */
  void kill() throws IOException {
    List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(all);
  }

  /**
   * Ends the server in order, throwing its clients out ("fast shutdown"). Returns when all its
   * processes are gone.
   */
  void stop() throws IOException {
    List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
    // Java can only send SIGTERM, which to PostgreSQL means: wait until the last client has left.
    new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
        .inheritIO()
        .start()
        .onExit()
        .join();
    awaitEnd(all);
  }

  private static void awaitEnd(List<ProcessHandle> processes) throws IOException {
    try {
      CompletableFuture.allOf(
              processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException(
          "PostgreSQL (process %d) does not end".formatted(processes.getFirst().pid()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL was ending", e);
    }
  }
}
