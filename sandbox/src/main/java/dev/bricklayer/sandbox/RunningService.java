package dev.bricklayer.sandbox;

/** A service that was started, wherever it runs. Closing stops it in order. */
sealed interface RunningService extends AutoCloseable permits ServiceInThisProcess, ServiceProcess {

  /** Fails when it has ended by itself. */
  void checkAlive() throws CannotStartException;

  @Override
  void close();
}
