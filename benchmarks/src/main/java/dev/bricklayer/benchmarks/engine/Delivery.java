package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.NewPost;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleSupplier;

/**
 * From due jobs to posts, beside the bare calls: the engine's own client, as many calls at once,
 * the same post, and nothing before or after it.
 */
final class Delivery {

  /** To a server that answers at once, and spends nothing on it. */
  static final String DELIVERY = "delivery";

  /** To one that is as slow as a real one under such a load. */
  static final String UNHURRIED = "delivery, 25 ms a call";

  /** To one that is real. */
  static final String REAL = "delivery, a real Mattermost";

  static final String RAW = "raw HTTP";
  static final String LIMITED = "limited";
  static final String ALLOWED = "the limiter";

  private static final int AT_ONCE = 64;
  private static final Duration A_CALL = Duration.ofMillis(25);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration AHEAD = Duration.ofSeconds(6);
  private static final int WARM_UPS = 4;
  private static final int LIMIT_PER_SECOND = 10;
  private static final Duration UNDER_THE_LIMIT = Duration.ofSeconds(30);

  private final Servers servers;
  private final Load load;
  private final Figures figures;

  Delivery(Servers servers, Load load, Figures figures) {
    this.servers = servers;
    this.load = load;
    this.figures = figures;
  }

  void measure(OurJobs jobs) throws Exception {
    jobs.load(load.posts());
    inTurns(jobs, DELIVERY, FreeServer.unlimited());
    inTurns(jobs, UNHURRIED, FreeServer.taking(A_CALL));
    limited(jobs);
  }

  void measureReal(OurJobs jobs) throws Exception {
    jobs.load(load.posts());
    inTurns(jobs, REAL, RealServer.fromEnvironment());
  }

  private void inTurns(OurJobs jobs, String what, Destination destination) throws Exception {
    jobs.postTo(destination);
    try (destination;
        OurEngine engine = start(jobs, destination)) {
      System.out.printf("  %s: turns to warm up, which do not count%n", what);
      for (int round = 0; round < WARM_UPS; round++) {
        turn(jobs, engine, destination, what, new Figures());
      }
      System.out.println("  and those that count");
      for (int round = 0; round < load.rounds(); round++) {
        turn(jobs, engine, destination, what, figures);
      }
    }
  }

  /** The engine is there all the while, with nothing to do at the other's turn. */
  private void turn(
      OurJobs jobs, OurEngine engine, Destination destination, String what, Figures counted)
      throws Exception {
    raw(destination);
    add(counted, what, RAW, load.posts(), destination.perSecond(load.posts()));
    destination.forget();
    ours(jobs, engine);
    add(counted, what, Burst.OURS, load.posts(), destination.perSecond(load.posts()));
    destination.forget();
  }

  private void raw(Destination destination) throws InterruptedException {
    Semaphore atOnce = new Semaphore(AT_ONCE);
    try (MattermostClient client = new MattermostClient(ClientSettings.of(destination.address()));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < load.posts(); i++) {
        atOnce.acquire();
        threads.execute(
            () -> {
              post(client, destination);
              atOnce.release();
            });
      }
    }
  }

  private static void post(MattermostClient client, Destination destination) {
    String id = UUID.randomUUID().toString();
    Map<String, Object> props =
        Map.of("bricklayer", Map.of("job", id, "occurrence", id, "plannedAt", id));
    NewPost post =
        new NewPost(new ChannelId(destination.channel()), "Stand-up in five minutes", id, props);
    AccessToken token = new AccessToken(destination.token());
    if (!(client.createPost(token, post) instanceof Answer.Ok<?>)) {
      throw new IllegalStateException("the server did not take a post");
    }
  }

  /** All due at one instant, and claimed before it, as always. */
  private void ours(OurJobs jobs, OurEngine engine) throws Exception {
    double before = engine.sent();
    jobs.plan(load.posts(), Instant.now().plus(AHEAD));
    servers.settle();
    await(() -> engine.sent() - before, load.posts());
  }

  /** Two engines share what the limiter allows, after its bucket is empty. */
  private void limited(OurJobs jobs) throws Exception {
    jobs.plan(load.posts(), Instant.now());
    try (FreeServer server = FreeServer.limitedTo(LIMIT_PER_SECOND, 2 * LIMIT_PER_SECOND);
        OurEngine _ = start(jobs, server);
        OurEngine _ = start(jobs, server)) {
      await(server::posts, 10 * LIMIT_PER_SECOND);
      server.forget();
      Thread.sleep(UNDER_THE_LIMIT);
      double seconds = UNDER_THE_LIMIT.toMillis() / 1000.0;
      int posted = server.posts();
      add(figures, LIMITED, "Bricklayer, two engines", posted, posted / seconds);
      add(figures, LIMITED, "429 of it", server.refused(), server.refused() / seconds);
      add(figures, LIMITED, ALLOWED, (int) (LIMIT_PER_SECOND * seconds), LIMIT_PER_SECOND);
    }
  }

  private OurEngine start(OurJobs jobs, Destination destination) {
    return OurEngine.start(jobs.access(), servers.kafka(), destination.address().toString());
  }

  private static void await(DoubleSupplier made, int posts) throws InterruptedException {
    long since = System.nanoTime();
    double before = 0;
    while (made.getAsDouble() < posts) {
      Thread.sleep(20);
      if (made.getAsDouble() > before) {
        before = made.getAsDouble();
        since = System.nanoTime();
      } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
        throw new IllegalStateException("%.0f of %d were posted".formatted(before, posts));
      }
    }
  }

  private void add(Figures counted, String what, String who, int due, double perSecond) {
    counted.add(new Figure(what, who, load.posts(), due, perSecond, null));
  }
}
