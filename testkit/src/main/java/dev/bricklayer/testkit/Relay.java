package dev.bricklayer.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server, with somebody who listens: once, when a connection has sent one thing and
 * then another, it hears no answer until it is let go. So the server has done what the client does
 * not know of yet.
 */
public final class Relay implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;
  private static final int KEPT = 8 * 1024;

  private final ServerSocket door;
  private final int server;
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile String first = "";
  private volatile String then = "";
  private volatile @Nullable Way holding;

  private Relay(ServerSocket door, int server) {
    this.door = door;
    this.server = server;
  }

  /** A way to a server on this machine. */
  public static Relay to(int server) throws IOException {
    Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
    Thread.ofVirtual().start(relay::listen);
    return relay;
  }

  /** Where it is reached, on this machine. */
  public int port() {
    return door.getLocalPort();
  }

  /** The next connection that sends {@code one} and later {@code other} hears no answer to it. */
  public void holdTheAnswerTo(String one, String other) {
    then = other;
    first = one;
  }

  /** Returns when that has happened. */
  public void awaitHeld() throws InterruptedException {
    if (!held.await(2, TimeUnit.MINUTES)) {
      throw new AssertionError("nobody sent " + first + " and then " + then);
    }
  }

  /** Lets the answer through. */
  public void release() {
    released.countDown();
  }

  /** Loses the answer, and the connection with it. */
  public void cut() throws IOException {
    Way cut = Objects.requireNonNull(holding, "no answer is held");
    cut.client.close();
    cut.upstream.close();
    release();
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Way way = new Way(client, new Socket(InetAddress.getLoopbackAddress(), server));
        Thread.ofVirtual().start(way::there);
        Thread.ofVirtual().start(way::back);
      } catch (IOException closed) {
        // The door is closed, or the server is away: the next one may fare better.
      }
    }
  }

  /** One connection. */
  private final class Way {

    private final Socket client;
    private final Socket upstream;
    private String sent = "";
    private volatile boolean holds;

    Way(Socket client, Socket upstream) {
      this.client = client;
      this.upstream = upstream;
    }

    void there() {
      pass(client, upstream, this::listen);
    }

    void back() {
      pass(upstream, client, _ -> stopIfHeld());
    }

    /** Before it is passed on, so that no answer can overtake this. */
    private void listen(String bytes) {
      sent += bytes;
      int one = first.isEmpty() ? -1 : sent.lastIndexOf(first);
      if (one >= 0 && sent.indexOf(then, one + first.length()) >= 0 && held.getCount() == 1) {
        holds = true;
        holding = this;
        held.countDown();
      }
      sent = sent.substring(Math.max(0, sent.length() - KEPT));
    }

    private void stopIfHeld() {
      if (holds) {
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private void pass(Socket from, Socket to, Consumer<String> before) {
      try (from;
          to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          before.accept(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
          out.write(buffer, 0, read);
        }
      } catch (IOException theOtherSideIsGone) {
        // Closed together with its counterpart, by the resources above.
      }
    }
  }

  @Override
  public void close() {
    release();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
