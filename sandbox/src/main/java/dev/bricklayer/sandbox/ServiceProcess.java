package dev.bricklayer.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A service in a JVM of its own, with its own jars only. It ends when this process does, however
 * that ends.
 */
public final class ServiceProcess implements RunningService {

  private static final List<String> JVM =
      List.of(
          "-Xms32m",
          "-Xmx128m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=48m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");
  private static final int SECONDS_TO_STOP = 15;

  private final ServiceName service;
  private final Process process;
  private final Path log;

  private ServiceProcess(ServiceName service, Process process, Path log) {
    this.service = service;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it; returns at once.
   *
   * @param log where what it prints goes
   * @param options for its JVM, before the class path
   */
  public static ServiceProcess start(ServiceSettings settings, Path log, List<String> options)
      throws IOException {
    ServiceName service = settings.service();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(service)));
    command.addAll(List.of(BoundToParent.class.getName(), service.mainClass().getName()));
    Files.createDirectories(log.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // Whoever does not call as the administrator shall not have the token either.
    builder.environment().remove(MattermostTokens.ADMIN);
    builder.environment().putAll(settings.environment());
    return new ServiceProcess(service, builder.start(), log);
  }

  /** Its own jars, and behind them the one that has {@link BoundToParent}. */
  private static String classPath(ServiceName service) {
    List<Path> entries = new ArrayList<>(ServiceClassPath.of(service));
    entries.add(ServiceClassPath.ofThisModule());
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  public Process process() {
    return process;
  }

  @Override
  public void checkAlive() throws CannotStartException {
    if (!process.isAlive()) {
      throw new CannotStartException(
          "%s ended with status %d while it started; the reason stands in %s."
              .formatted(service.text(), process.exitValue(), log));
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
