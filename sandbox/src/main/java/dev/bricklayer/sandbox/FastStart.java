package dev.bricklayer.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Ahead-of-time caches for service processes: with one, a JVM has its classes read and linked when
 * it starts, which is two thirds of its start. A cache is made by a run of the service, once after
 * a build, and kept beside the jars that it was made from.
 */
final class FastStart {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Optional<Path> directory;
  private final Path logs;

  /**
   * Caches in a directory.
   *
   * @param directory of this build; without one nothing is kept, and services start as they can
   * @param logs where the runs that make caches leave what they print
   */
  FastStart(Optional<Path> directory, Path logs) {
    this.directory = directory;
    this.logs = logs;
  }

  /** Of the build that the launcher runs: it says where they are, or nothing for none. */
  static FastStart ofThisBuild(Path logs) {
    String caches = System.getProperty("bricklayer.caches", "");
    return new FastStart(caches.isEmpty() ? Optional.empty() : Optional.of(Path.of(caches)), logs);
  }

  /** Whether a run would make a cache that is not there yet. */
  boolean canBePrepared(ServiceName service) {
    return directory.isPresent() && !Files.exists(cache(service));
  }

  /**
   * Runs a service until it is ready, ends it, and keeps what its JVM learnt.
   *
   * @return whether there is a cache now
   */
  boolean prepare(ServiceSettings settings) throws IOException, CannotStartException {
    Files.createDirectories(directory.orElseThrow());
    Path cache = cache(settings.service());
    Path partial = cache.resolveSibling(cache.getFileName() + ".partial");
    Path log = logs.resolve("prepare-%s.log".formatted(settings.service().text()));
    ServiceProcess run =
        ServiceProcess.start(settings, log, List.of("-XX:AOTCacheOutput=" + partial));
    try {
      Readiness.await(List.of(settings), List.of(run));
      run.process().destroy();
      if (!run.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new CannotStartException(
            "%s could not be prepared; the reason stands in %s."
                .formatted(settings.service().text(), log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("interrupted while services were prepared.", e);
    } finally {
      run.close();
    }
    if (!Files.exists(partial)) {
      // No reason not to start: it only takes longer.
      LoggerFactory.getLogger(FastStart.class).warn("No cache was made, see {}", log);
      return false;
    }
    Files.move(partial, cache, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /** What a JVM is told to start from the cache, if there is one. */
  List<String> options(ServiceName service) {
    return directory.isPresent() && Files.exists(cache(service))
        ? List.of("-XX:AOTCache=" + cache(service))
        : List.of();
  }

  /** A cache serves the JVM that made it and no other. */
  private Path cache(ServiceName service) {
    return directory
        .orElseThrow()
        .resolve("%s-%s.aot".formatted(service.text(), Runtime.version()));
  }
}
