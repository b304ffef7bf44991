package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.ClientSettings;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.NewPost;
import dev.bricklayer.sealing.TokenSealer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.json.JsonMapper;

/**
 * From due jobs to posts, beside the bare calls: the engine's own client, as many calls at once,
 * the same post, and nothing before or after it.
 */
final class Delivery {

  /** To a server that answers at once, and spends nothing on it. */
  static final String DELIVERY = "delivery";

  /** To one that is as slow as a real one under such a load. */
  static final String UNHURRIED = "delivery, 25 ms a call";

  static final String RAW = "raw HTTP";
  static final String LIMITED = "limited";
  static final String ALLOWED = "the limiter";

  private static final String TOKEN = "tokentokentokentokentokent";
  private static final int AT_ONCE = 64;
  private static final Duration A_CALL = Duration.ofMillis(25);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration AHEAD = Duration.ofSeconds(6);
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
    giveTokens(jobs);
    inTurns(jobs, DELIVERY, FreeServer.unlimited());
    inTurns(jobs, UNHURRIED, FreeServer.taking(A_CALL));
    limited(jobs);
  }

  private void inTurns(OurJobs jobs, String what, FreeServer free) throws Exception {
    try (FreeServer server = free;
        OurEngine engine = start(jobs, server)) {
      System.out.printf("  %s: a turn to warm up, which does not count%n", what);
      turn(jobs, engine, server, what, new Figures());
      System.out.println("  and those that count");
      for (int round = 0; round < load.rounds(); round++) {
        turn(jobs, engine, server, what, figures);
      }
    }
  }

  /** The engine is there all the while, with nothing to do at the other's turn. */
  private void turn(OurJobs jobs, OurEngine engine, FreeServer server, String what, Figures counted)
      throws Exception {
    raw(server, what, counted);
    ours(jobs, engine, server, what, counted);
    server.forget();
  }

  private void raw(FreeServer server, String what, Figures counted) throws InterruptedException {
    Semaphore atOnce = new Semaphore(AT_ONCE);
    try (MattermostClient client = new MattermostClient(ClientSettings.of(server.address()));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < load.posts(); i++) {
        atOnce.acquire();
        threads.execute(
            () -> {
              post(client);
              atOnce.release();
            });
      }
    }
    add(counted, what, RAW, server.posts(), server.perSecond());
    server.forget();
  }

  private static void post(MattermostClient client) {
    String id = UUID.randomUUID().toString();
    Map<String, Object> props =
        Map.of("bricklayer", Map.of("job", id, "occurrence", id, "plannedAt", id));
    NewPost post = new NewPost(new ChannelId(FreeServer.CHANNEL), "Stand-up", id, props);
    if (!(client.createPost(new AccessToken(TOKEN), post) instanceof Answer.Ok<?>)) {
      throw new IllegalStateException("the free server did not take a post");
    }
  }

  /** All due at one instant, and claimed before it, as always. */
  private void ours(OurJobs jobs, OurEngine engine, FreeServer server, String what, Figures counted)
      throws Exception {
    double before = engine.sent();
    jobs.plan(load.posts(), Instant.now().plus(AHEAD));
    servers.settle();
    await(server, load.posts());
    add(counted, what, Burst.OURS, server.posts(), server.perSecond());
    while (engine.sent() < before + load.posts()) {
      Thread.sleep(20);
    }
  }

  /** Two engines share what the limiter allows, after its bucket is empty. */
  private void limited(OurJobs jobs) throws Exception {
    jobs.plan(load.posts(), Instant.now());
    try (FreeServer server = FreeServer.limitedTo(LIMIT_PER_SECOND, 2 * LIMIT_PER_SECOND);
        OurEngine _ = start(jobs, server);
        OurEngine _ = start(jobs, server)) {
      await(server, 10 * LIMIT_PER_SECOND);
      server.forget();
      Thread.sleep(UNDER_THE_LIMIT);
      double seconds = UNDER_THE_LIMIT.toMillis() / 1000.0;
      int posted = server.posts();
      add(figures, LIMITED, "Bricklayer, two engines", posted, posted / seconds);
      add(figures, LIMITED, "429 of it", server.refused(), server.refused() / seconds);
      add(figures, LIMITED, ALLOWED, (int) (LIMIT_PER_SECOND * seconds), LIMIT_PER_SECOND);
    }
  }

  private OurEngine start(OurJobs jobs, FreeServer server) {
    return OurEngine.start(jobs.access(), servers.kafka(), server.address().toString());
  }

  private static void await(FreeServer server, int posts) throws InterruptedException {
    long since = System.nanoTime();
    int before = 0;
    while (server.posts() < posts) {
      Thread.sleep(20);
      if (server.posts() > before) {
        before = server.posts();
        since = System.nanoTime();
      } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
        throw new IllegalStateException("%d of %d were posted".formatted(before, posts));
      }
    }
  }

  /** Each bot its own, sealed for it. */
  private void giveTokens(OurJobs jobs) throws SQLException {
    TokenSealer sealer = new TokenSealer(OurEngine.KEYS.publicText());
    try (Connection connection =
            DriverManager.getConnection(
                jobs.access().url(), jobs.access().user(), jobs.access().password());
        PreparedStatement update =
            connection.prepareStatement("update bot set credentials = ?::jsonb where bot_id = ?")) {
      for (int i = 0; i < load.posts(); i += 5) {
        UUID bot = BenchJob.number(i).bot();
        Credentials own = new Credentials.OwnToken(sealer.seal(TOKEN, new BotId(bot)));
        update.setString(1, JsonMapper.shared().writeValueAsString(own));
        update.setObject(2, bot);
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void add(Figures counted, String what, String who, int due, double perSecond) {
    counted.add(new Figure(what, who, load.posts(), due, perSecond, null));
  }
}
