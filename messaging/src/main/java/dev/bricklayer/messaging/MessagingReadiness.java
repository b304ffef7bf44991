package dev.bricklayer.messaging;

import java.time.Duration;

/**
 * Whether messages reach this copy: the topics are there, its group has given it its partitions
 * (none, when there are more copies than partitions), and its observers stand at the end. Once true
 * it stays true; that Kafka is away later is told by the lag, not here.
 */
public interface MessagingReadiness {

  /** Whether it is so. */
  boolean isReady();

  /**
   * Waits until it is so.
   *
   * @return false when it is not so after this time
   */
  boolean awaitReady(Duration atMost) throws InterruptedException;
}
