package dev.bricklayer.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks whether all ports are free before anything is started, so that the answer is one sentence.
 */
final class PortCheck {

  /** How long services that a killed instance left behind may take to notice it. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration GLANCE = Duration.ofMillis(50);

  private PortCheck() {}

  static void allFree(UpOptions options) throws CannotStartException {
    boolean standIn = options.mattermost().isEmpty();
    for (var port : options.ports().byName(standIn).entrySet()) {
      if (!becomesFree(port.getValue())) {
        throw new CannotStartException(
            "port %d, for %s, is in use by another program: stop that, or move all ports with --port-base N."
                .formatted(port.getValue(), port.getKey()));
      }
    }
  }

  private static boolean becomesFree(int port) {
    long start = System.nanoTime();
    while (!isFree(port)) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(GLANCE.toNanos());
    }
    return true;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException inUse) {
      return false;
    }
  }
}
