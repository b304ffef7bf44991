package dev.bricklayer.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses a port for servers that must know theirs before they listen, and keep it when they start
 * again.
 */
final class FreePort {

  /** Below those that systems give to whoever calls out, and might give before a server listens. */
  private static final int FIRST = 12_000;

  private static final int END = 28_000;

  private FreePort() {}

  /** The wanted port, or one that nobody listens on now when 0 is wanted. */
  static int orAny(int wanted) throws IOException {
    return orAnyBut(0, wanted);
  }

  /** As {@link #orAny}, and another than this one, which was chosen and is not listened on yet. */
  static int orAnyBut(int chosen, int wanted) throws IOException {
    return wanted == 0 ? anyBut(chosen, FIRST, END) : wanted;
  }

  static int anyBut(int chosen, int first, int end) throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(first, end);
      if (port != chosen && isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    }
  }
}
