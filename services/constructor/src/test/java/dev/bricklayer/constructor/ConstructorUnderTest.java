package dev.bricklayer.constructor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.NameKey;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.MessagingReadiness;
import dev.bricklayer.sealing.SealingKeys;
import dev.bricklayer.sealing.TokenOpener;
import dev.bricklayer.sealing.TokenSealer;
import dev.bricklayer.simulator.DemoWorld;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A constructor that runs as in real life, beside a stand-in Mattermost, seen from outside. */
public final class ConstructorUnderTest implements AutoCloseable {

  private static final SealingKeys KEYS = SealingKeys.generate();

  private final StandInMattermost mattermost = StandInMattermost.start(Settings.forTest());
  private final String kafka;
  private final DatabaseAccess database;
  private final ConfigurableApplicationContext context;
  private final ServiceUnderScript script;

  private ConstructorUnderTest(String kafka, DatabaseAccess database) {
    this.kafka = kafka;
    this.database = database;
    this.context = run();
    this.script = ServiceUnderScript.of(Service.CONSTRUCTOR, kafka, database);
  }

  /** One for all tests that only talk to it; it ends with the JVM. */
  public static ConstructorUnderTest shared() {
    return Shared.CONSTRUCTOR;
  }

  /** One on servers that a test may take away. */
  public static ConstructorUnderTest on(String kafka, DatabaseAccess database) {
    return new ConstructorUnderTest(kafka, database);
  }

  private static final class Shared {
    static final ConstructorUnderTest CONSTRUCTOR =
        on(TestBroker.bootstrapServers(), TestDatabase.fresh("constructor"));
  }

  /** One more copy of the service, on the same database; closing it ends it. */
  public ConfigurableApplicationContext secondCopy() throws InterruptedException {
    ConfigurableApplicationContext second = run();
    assertThat(second.getBean(MessagingReadiness.class).awaitReady(Duration.ofSeconds(60)))
        .isTrue();
    return second;
  }

  private ConfigurableApplicationContext run() {
    return ConstructorApplication.application()
        .run(
            "--server.port=0",
            "--bricklayer.database.url=" + database.url(),
            "--bricklayer.database.user=" + database.user(),
            "--bricklayer.database.password=" + database.password(),
            "--bricklayer.kafka=" + kafka,
            "--bricklayer.mattermost.url=" + mattermost.address(),
            "--bricklayer.mattermost.admin-token=" + mattermost.demo().adminToken(),
            "--bricklayer.sealing.private-key=" + KEYS.privateText());
  }

  public ServiceUnderScript script() {
    return script;
  }

  public StandInMattermost mattermost() {
    return mattermost;
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /** Asks the service's own HTTP port. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    String port = context.getEnvironment().getProperty("local.server.port");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** A bot that is to be, with the demo bot's own token. */
  public CreateBotExample bot() {
    BotAccount standup = new BotAccount(mattermost.demo().userId(DemoWorld.BOT), DemoWorld.BOT);
    return CreateBotExample.fresh()
        .speakingAs(standup)
        .with(bot -> sealed(mattermost.demo().botToken(), bot));
  }

  /** A bot that lives, for tests to which it does not matter how it came to. */
  public void has(CreateBotExample bot) {
    context
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into bot
              (bot_id, owner_id, name, name_key, status, account_user_id, account_username, version)
            values (:bot, :owner, :name, :nameKey, 'ACTIVE', :userId, :username, 2)
            """)
        .param("bot", bot.bot().value())
        .param("owner", bot.owner().value())
        .param("name", bot.name())
        .param("nameKey", NameKey.of(bot.name()).value())
        .param("userId", bot.account().userId())
        .param("username", bot.account().username())
        .update();
  }

  /** Bots that somebody has, for tests to which it does not matter how they came to be. */
  public void has(PersonId owner, int bots) {
    context
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into bot
              (bot_id, owner_id, name, name_key, status, account_user_id, account_username, version)
            select gen_random_uuid(), :owner, 'had ' || i, 'had ' || i, 'ACTIVE', 'id', 'bot', 2
            from generate_series(1, :bots) as i
            """)
        .param("owner", owner.value())
        .param("bots", bots)
        .update();
  }

  /** A bot that is to get an account of its own, and to speak in lena's channel. */
  public CreateBotExample managedBot() {
    return CreateBotExample.fresh().managed().askedForBy(mattermost.demo().userId("lena"));
  }

  /** Opens what the service sealed. */
  public static String opened(SealedToken token, BotId bot) {
    return new TokenOpener(KEYS.privateText()).open(token, bot);
  }

  /** A token as the bff seals it. */
  public static Credentials sealed(String token, BotId bot) {
    return new Credentials.OwnToken(new TokenSealer(KEYS.publicText()).seal(token, bot));
  }

  @Override
  public void close() {
    script.close();
    context.close();
    mattermost.close();
  }
}
