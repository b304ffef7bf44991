package dev.bricklayer.testkit.mattermost;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session that listens. Events are kept until somebody takes them; beside that all of them can be
 * asked for by the moment after which they came.
 */
public final class Websocket implements AutoCloseable {

  /** Longer than the minute after which a reminder comes at latest. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final List<Heard> heard = new ArrayList<>();
  private final List<Heard> all = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private long asked;
  private long answered;
  private boolean greeted;
  private boolean ended;

  private Websocket(URI server, String token) {
    URI address = URI.create(server.toString().replaceFirst("^http", "ws") + "/api/v4/websocket");
    socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(address, new Ears())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
    waitUntil(() -> greeted, "the server's greeting");
  }

  /** Listens from now on; returns when the server has said that it knows. */
  public static Websocket open(URI server, String token) {
    return new Websocket(server, token);
  }

  /** Puts messages together, which may come in pieces. */
  private final class Ears implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
      message.append(piece);
      if (last) {
        take(JsonMapper.shared().readTree(message.toString()));
        message.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      end();
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
      end();
    }
  }

  private void end() {
    lock.lock();
    try {
      ended = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the server to end the connection. */
  public void awaitClose() {
    waitUntil(() -> ended, "the end of the connection");
  }

  private void take(JsonNode message) {
    lock.lock();
    try {
      if (message.has("seq_reply")) {
        answered = message.path("seq_reply").asLong();
      } else if (message.path("event").asString("").equals("hello")) {
        greeted = true;
      } else {
        Heard event = Heard.of(message);
        heard.add(event);
        all.add(event);
      }
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the first event of a name that fits, heard before or yet to come; others stay.
   *
   * @throws AssertionError if none comes, with what was heard instead
   */
  public Heard await(String name, Predicate<Heard> fits) {
    lock.lock();
    try {
      waitUntil(() -> index(name, fits) >= 0, "the event " + name);
      return heard.remove(index(name, fits));
    } finally {
      lock.unlock();
    }
  }

  private int index(String name, Predicate<Heard> fits) {
    return index(heard, 0, name, fits);
  }

  private static int index(List<Heard> events, int from, String name, Predicate<Heard> fits) {
    for (int i = from; i < events.size(); i++) {
      if (events.get(i).name().equals(name) && fits.test(events.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** This moment: what the server tells later comes after it. */
  public int now() {
    lock.lock();
    try {
      ask();
      return all.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The first event of a name that fits and came after a moment, heard before or yet to come. It is
   * not taken.
   *
   * @throws AssertionError if none comes, with what was heard instead
   */
  public Heard awaitAfter(int moment, String name, Predicate<Heard> fits) {
    lock.lock();
    try {
      waitUntil(() -> index(all, moment, name, fits) >= 0, "the event " + name);
      return all.get(index(all, moment, name, fits));
    } finally {
      lock.unlock();
    }
  }

  /** Every event after a moment that the server has told so far, taken or not. */
  public List<Heard> allAfter(int moment) {
    lock.lock();
    try {
      ask();
      return List.copyOf(all.subList(moment, all.size()));
    } finally {
      lock.unlock();
    }
  }

  /** Takes every event that the server has told so far. */
  public List<Heard> takeAll() {
    lock.lock();
    try {
      ask();
      List<Heard> taken = List.copyOf(heard);
      heard.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** The server answers a question only after what it told before. */
  private void ask() {
    long question = ++asked;
    socket.sendText("{\"action\":\"ping\",\"seq\":" + question + "}", true).join();
    waitUntil(() -> answered >= question, "an answer to a ping");
  }

  private interface Question {
    boolean answer();
  }

  private void waitUntil(Question question, String what) {
    lock.lock();
    try {
      long left = PATIENCE.toNanos();
      while (!question.answer()) {
        if (left <= 0) {
          throw new AssertionError("Waited in vain for " + what + "; heard " + names());
        }
        left = news.awaitNanos(left);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    } finally {
      lock.unlock();
    }
  }

  private String names() {
    return heard.stream()
        .map(event -> event.name() + " " + event.data())
        .collect(Collectors.joining("\n", "[", "]"));
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
    http.close();
  }
}
