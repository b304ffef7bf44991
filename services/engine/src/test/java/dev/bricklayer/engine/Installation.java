package dev.bricklayer.engine;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.engine.publish.OccurrenceDue;
import dev.bricklayer.messaging.MessagingReadiness;
import dev.bricklayer.sealing.SealingKeys;
import dev.bricklayer.sealing.TokenSealer;
import dev.bricklayer.simulator.DemoWorld;
import dev.bricklayer.simulator.Posted;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import dev.bricklayer.simulator.api.RateLimit;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A database, a broker and a stand-in Mattermost, and as many engines as a test wants. One at a
 * time in a JVM: all of them read the engine's one topic.
 */
public final class Installation implements AutoCloseable {

  private static final SealingKeys KEYS = SealingKeys.generate();

  private final String kafka;
  private final DatabaseAccess database;
  private final StandInMattermost mattermost;
  private final List<ConfigurableApplicationContext> engines = new ArrayList<>();
  private final Ledger ledger;

  private Installation(String kafka, DatabaseAccess database, Settings mattermost) {
    this.kafka = kafka;
    this.database = database;
    this.mattermost = StandInMattermost.start(mattermost);
    this.ledger = new Ledger(database);
  }

  /** On the servers that all tests share. */
  public static Installation fresh() {
    return on(TestBroker.bootstrapServers(), TestDatabase.fresh("engine"));
  }

  /** As {@link #fresh}, with a Mattermost that limits calls. */
  public static Installation limited(RateLimit limit) {
    return new Installation(
        TestBroker.bootstrapServers(),
        TestDatabase.fresh("engine"),
        Settings.forTest().withRateLimit(limit));
  }

  /** On servers that a test may take away. */
  public static Installation on(String kafka, DatabaseAccess database) {
    return new Installation(kafka, database, Settings.forTest());
  }

  /** On the servers that all tests share; the database's clock, and Mattermost's, is this one. */
  public static Installation byClock(Function<DatabaseAccess, ? extends InstantSource> clock) {
    DatabaseAccess database = TestDatabase.fresh("engine");
    return new Installation(
        TestBroker.bootstrapServers(),
        database,
        Settings.forTest().withClock(clock.apply(database)));
  }

  /** Starts one more engine. */
  public ConfigurableApplicationContext engine(String... settings) {
    return engine(EngineApplication.application(), settings);
  }

  /** Starts one more engine, in which something goes wrong. */
  public ConfigurableApplicationContext engine(Sabotage sabotage, String... settings) {
    return engine(EngineApplication.application().initializers(sabotage.initializer()), settings);
  }

  private ConfigurableApplicationContext engine(
      SpringApplicationBuilder application, String... settings) {
    List<String> common =
        List.of(
            "--server.port=0",
            "--bricklayer.database.url=" + database.url(),
            "--bricklayer.database.user=" + database.user(),
            "--bricklayer.database.password=" + database.password(),
            "--bricklayer.kafka=" + kafka,
            "--bricklayer.mattermost.url=" + mattermost.address(),
            "--bricklayer.sealing.private-key=" + KEYS.privateText(),
            "--spring.jmx.enabled=false",
            "--logging.structured.format.console=");
    ConfigurableApplicationContext engine =
        application.run(Stream.concat(common.stream(), Stream.of(settings)).toArray(String[]::new));
    engines.add(engine);
    awaitMessages(engine);
    return engine;
  }

  private static void awaitMessages(ConfigurableApplicationContext engine) {
    try {
      if (!engine.getBean(MessagingReadiness.class).awaitReady(Duration.ofMinutes(1))) {
        throw new AssertionError("the engine got no partitions");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the engine started", e);
    }
  }

  public String kafka() {
    return kafka;
  }

  public DatabaseAccess database() {
    return database;
  }

  public StandInMattermost mattermost() {
    return mattermost;
  }

  /** The engine's rows. */
  public Ledger ledger() {
    return ledger;
  }

  /** What a test does to jobs, kept for the checker. */
  public CheckedJobs checked() {
    return new CheckedJobs(this);
  }

  /** Kafka brings this occurrence once more. */
  public void bring(PlannedJob job) {
    byte[] due =
        JsonMapper.shared()
            .writeValueAsBytes(
                Map.of("jobId", job.job(), "botId", job.bot(), "plannedAt", job.at().toString()));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var _ = producer.send(new ProducerRecord<>(OccurrenceDue.TOPIC, job.bot().toString(), due));
    }
  }

  /** What stands in Mattermost with this text, or begins with it. */
  public List<Posted> posts(String text) {
    return mattermost.posted().stream().filter(post -> post.message().startsWith(text)).toList();
  }

  /** The demo's bot. */
  public BotAccount account() {
    return new BotAccount(mattermost.demo().userId(DemoWorld.BOT), DemoWorld.BOT);
  }

  /** The demo bot's token, sealed as the bff does. */
  public Credentials credentials(BotId bot) {
    return sealed(mattermost.demo().botToken(), bot);
  }

  /** A token, sealed as the bff does. */
  public static Credentials sealed(String token, BotId bot) {
    return new Credentials.OwnToken(new TokenSealer(KEYS.publicText()).seal(token, bot));
  }

  /** A bot that is to be, with the demo bot's own token. */
  public CreateBotExample bot() {
    return CreateBotExample.fresh().speakingAs(account()).with(this::credentials);
  }

  @Override
  public void close() {
    mattermost.faults().clear();
    engines.forEach(ConfigurableApplicationContext::close);
    mattermost.close();
  }
}
