package dev.bricklayer.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The services of one installation, in this process or in others. Closing stops all of them at
 * once. A process that ends by itself once it had been ready is started again.
 */
final class Services implements AutoCloseable {

  /** When everything is being stopped, that has been said by then; and nothing spins. */
  private static final Executor SOON = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final boolean processes;
  private final Path logs;
  private final Progress progress;
  private final FastStart fastStart;
  private final List<ServiceSettings> settings = new ArrayList<>();
  private final List<RunningService> running = new ArrayList<>();
  private boolean closed;

  /**
   * None yet.
   *
   * @param processes whether each gets a process of its own
   * @param logs where those processes leave what they print
   */
  Services(boolean processes, Path logs, Progress progress) {
    this.processes = processes;
    this.logs = logs;
    this.progress = progress;
    this.fastStart = FastStart.ofThisBuild(logs);
  }

  /** Makes what lets a process of this service start fast, unless that is there or not needed. */
  void prepare(ServiceSettings service) throws Exception {
    if (processes && fastStart.canBePrepared(service.service())) {
      progress.step("preparing " + service.service().text(), () -> fastStart.prepare(service));
    }
  }

  /** Starts one. In a process of its own it may still be at it when this returns. */
  synchronized RunningService start(ServiceSettings service) throws IOException {
    RunningService started =
        processes ? startProcess(service) : ServiceInThisProcess.start(service);
    settings.add(service);
    running.add(started);
    return started;
  }

  /** Returns when all of them can work. */
  Services awaitReady() throws CannotStartException {
    Readiness.await(settings, running);
    synchronized (this) {
      for (int i = 0; i < running.size(); i++) {
        startAgainWhenEnded(i);
      }
    }
    return this;
  }

  private void startAgainWhenEnded(int index) {
    switch (running.get(index)) {
      case ServiceProcess process -> {
        var _ = process.process().onExit().thenAcceptAsync(dead -> startAgain(index, dead), SOON);
      }
      case ServiceInThisProcess _ -> {
        // It lives as long as this process does.
      }
    }
  }

  private synchronized void startAgain(int index, Process dead) {
    if (closed) {
      return;
    }
    ServiceSettings service = settings.get(index);
    String name = service.service().text();
    progress.say(
        "%s ended with status %d and is started again; the reason stands in %s"
            .formatted(name, dead.exitValue(), log(service)));
    try {
      running.set(index, startProcess(service));
      startAgainWhenEnded(index);
    } catch (IOException e) {
      progress.say("%s cannot be started again: %s".formatted(name, e.getMessage()));
    }
  }

  private ServiceProcess startProcess(ServiceSettings service) throws IOException {
    return ServiceProcess.start(service, log(service), fastStart.options(service.service()));
  }

  private Path log(ServiceSettings service) {
    return logs.resolve(service.service().text() + ".log");
  }

  @Override
  public synchronized void close() {
    closed = true;
    try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
      running.forEach(service -> stopping.execute(service::close));
    }
  }
}
