package dev.bricklayer.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Chooses a port for servers that must know theirs before they listen, and keep it when they start
 * again.
 */
final class FreePort {

  private FreePort() {}

  /** The wanted port, or one that nobody listens on now when 0 is wanted. */
  static int orAny(int wanted) throws IOException {
    if (wanted != 0) {
      return wanted;
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
