package dev.bricklayer.mattermost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A socket that takes a call, says a part of an answer, and then does something no server should.
 */
final class BrokenServer implements AutoCloseable {

  enum Then {
    RESETS,
    CLOSES,
    SAYS_NOTHING_MORE
  }

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final String partOfAnAnswer;
  private final Then then;
  private final AtomicInteger calls = new AtomicInteger();
  private final Thread thread;

  BrokenServer(String partOfAnAnswer, Then then) throws IOException {
    this.partOfAnAnswer = partOfAnAnswer;
    this.then = then;
    this.thread = Thread.ofVirtual().start(this::serve);
  }

  private void serve() {
    while (!listening.isClosed()) {
      try {
        mistreat(listening.accept());
      } catch (IOException closedByTheTest) {
        return;
      }
    }
  }

  private void mistreat(Socket connection) throws IOException {
    readHead(connection);
    calls.incrementAndGet();
    connection.getOutputStream().write(partOfAnAnswer.getBytes(StandardCharsets.US_ASCII));
    connection.getOutputStream().flush();
    switch (then) {
      case RESETS -> {
        connection.setSoLinger(true, 0);
        connection.close();
      }
      case CLOSES -> connection.close();
      case SAYS_NOTHING_MORE -> {}
    }
  }

  private static void readHead(Socket connection) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = connection.getInputStream().read();
      if (c < 0) {
        return;
      }
      head.append((char) c);
    }
  }

  int calls() {
    return calls.get();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    listening.close();
    thread.interrupt();
  }
}
