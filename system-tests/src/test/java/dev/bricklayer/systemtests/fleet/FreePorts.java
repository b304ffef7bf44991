package dev.bricklayer.systemtests.fleet;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports for programs that are told theirs long before they listen. None is given twice while
 * another could be, and each fork gives its own: below those that a machine gives to whoever calls
 * out, above those of embedded servers.
 */
public final class FreePorts {

  private static final int FORK = Integer.getInteger("bricklayer.fork", 1);
  private static final int EACH = 2_000;
  private static final int FIRST = 28_000 + (FORK - 1) * EACH;

  /** Anywhere, for the sake of another run on this machine. */
  private static int given = ThreadLocalRandom.current().nextInt(EACH);

  private FreePorts() {}

  /** One that nobody listens on. */
  public static int one() {
    return inARow(1);
  }

  /** The first of so many that nobody listens on. */
  public static synchronized int inARow(int count) {
    while (true) {
      int begin = given + count <= EACH ? given : 0;
      given = begin + count;
      if (IntStream.range(0, count).allMatch(i -> isFree(FIRST + begin + i))) {
        return FIRST + begin;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException e) {
      throw new IllegalStateException("no free port", e);
    }
  }
}
