package dev.bricklayer.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started and has to be stopped, last first. Starting may go on in several threads while
 * somebody decides to stop: then what is being started is waited for and stopped, too, and nothing
 * more is started.
 */
final class Belongings implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Belongings.class);

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean closed;

  /**
   * Starts something and keeps it until {@link #close()}.
   *
   * @throws CancellationException when everything is being stopped
   */
  <T extends AutoCloseable> T keep(Callable<T> start) throws Exception {
    return during(
        () -> {
          T result = start.call();
          synchronized (started) {
            started.push(result);
          }
          return result;
        });
  }

  /**
   * Does something while nothing is stopped.
   *
   * @throws CancellationException when everything is being stopped
   */
  <T> T during(Callable<T> step) throws Exception {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new CancellationException("stopping");
      }
      return step.call();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Stops all of it. What cannot be stopped is logged, and the rest is stopped nevertheless. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      while (!started.isEmpty()) {
        close(started.pop());
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static void close(AutoCloseable what) {
    try {
      what.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      log.error("Interrupted while {} was being stopped", what, e);
    } catch (Exception e) {
      log.error("{} could not be stopped in order", what, e);
    }
  }
}
