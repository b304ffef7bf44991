package dev.bricklayer.benchmarks.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The least that answers as Mattermost does: every post is made, none is kept, and nothing costs
 * the processor much. It may let callers wait, as a server on another machine does. With a limit it
 * refuses what is too much, and says how much is left, as Mattermost's limiter does.
 */
final class FreeServer implements Destination {

  private static final String CHANNEL = "channelchannelchannelchann";
  private static final String USER = "useruseruseruseruseruserus";
  private static final String TOKEN = "tokentokentokentokentokent";

  private static final int OK = 200;
  private static final int MADE = 201;
  private static final int TOO_MANY = 429;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Limiter limiter;
  private final Duration takes;
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile long first;
  private volatile long last;

  private FreeServer(Limiter limiter, Duration takes) throws IOException {
    this.limiter = limiter;
    this.takes = takes;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static FreeServer unlimited() throws IOException {
    return new FreeServer(Limiter.NONE, Duration.ZERO);
  }

  /** Answers a call after so long, however many it has. */
  static FreeServer taking(Duration each) throws IOException {
    return new FreeServer(Limiter.NONE, each);
  }

  /** So many calls a second, and at first a bucketful. */
  static FreeServer limitedTo(int perSecond, int bucket) throws IOException {
    return new FreeServer(new Limiter(perSecond, bucket), Duration.ZERO);
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  int posts() {
    return posts.get();
  }

  int refused() {
    return refused.get();
  }

  @Override
  public double perSecond(int posts) {
    if (posts() != posts) {
      throw new IllegalStateException("%d posts came instead of %d".formatted(posts(), posts));
    }
    return (posts - 1) * 1e9 / (last - first);
  }

  @Override
  public void forget() {
    posts.set(0);
    refused.set(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    await();
    boolean allowed = limiter.allows(exchange.getResponseHeaders());
    boolean post = exchange.getRequestURI().getPath().equals("/api/v4/posts");
    if (!allowed) {
      refused.incrementAndGet();
      reply(exchange, TOO_MANY, "limit exceeded");
    } else if (post) {
      int number = count();
      reply(exchange, MADE, postOf(number));
    } else {
      reply(exchange, OK, "{\"status\":\"OK\"}");
    }
  }

  private void await() throws IOException {
    try {
      Thread.sleep(takes);
    } catch (InterruptedException e) {
      throw new InterruptedIOException("the server is closed");
    }
  }

  private int count() {
    long now = System.nanoTime();
    int number = posts.getAndIncrement();
    if (number == 0) {
      first = now;
    }
    last = now;
    return number;
  }

  private static String postOf(int number) {
    return """
        {"id":"%026d","channel_id":"%s","user_id":"%s","create_at":%d,"update_at":0,"delete_at":0,\
        "message":"Stand-up in five minutes","pending_post_id":"","props":{}}"""
        .formatted(number, CHANNEL, USER, System.currentTimeMillis());
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
