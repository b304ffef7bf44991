package dev.bricklayer.bff.world;

import dev.bricklayer.bff.BffApplication;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.contracts.state.LinkedIdentity;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.MessagingReadiness;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.sealing.SealingKeys;
import dev.bricklayer.sealing.TokenOpener;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.TestDatabase;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two copies of the bff over one database, one for each JVM: one waits long for a saga's end, so
 * that a slow machine does not change its answers, and one hardly waits, so that it answers 202.
 */
public final class BffWorld {

  /** Of the slash command. */
  public static final String COMMAND_TOKEN = "3mraeswg3fdf5b6kkefmtfme3e";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final DatabaseAccess database = TestDatabase.fresh("bff");
  private final TokenIssuer issuer = new TokenIssuer();
  private final SealingKeys keys = SealingKeys.generate();
  private final String ownKey = OwnKey.generate();
  private final StandInMattermost mattermost = StandInMattermost.start(Settings.forTest());
  private final Screen screen = new Screen(mattermost.address());
  private final ConfigurableApplicationContext patient;
  private final ConfigurableApplicationContext hasty;
  private final OtherServices others;

  private BffWorld() {
    patient =
        start(
            "--bricklayer.operations.answer-within=40s",
            "--bricklayer.operations.dialog-within=40s");
    hasty =
        start(
            "--bricklayer.operations.answer-within=1ms",
            "--bricklayer.operations.dialog-within=1ms");
    others = new OtherServices(TestBroker.bootstrapServers());
    Stream.of(patient, hasty, others.context()).forEach(BffWorld::awaitReady);
  }

  /** Started by the first use. */
  private static final class Shared {
    static final BffWorld WORLD = new BffWorld();
  }

  /** The world of this JVM. */
  public static BffWorld shared() {
    return Shared.WORLD;
  }

  /** One more copy, to be closed by the test; ready for messages. */
  public ConfigurableApplicationContext oneMore(String... settings) {
    ConfigurableApplicationContext copy = start(settings);
    awaitReady(copy);
    return copy;
  }

  /** A copy over another database and in a group of its own, to be closed by the test. */
  public ConfigurableApplicationContext apart(DatabaseAccess other, String... settings) {
    String group = "--bricklayer.messaging.group=bff-" + COUNT.incrementAndGet();
    ConfigurableApplicationContext copy =
        start(other, Stream.concat(Stream.of(group), Arrays.stream(settings)));
    awaitReady(copy);
    return copy;
  }

  private ConfigurableApplicationContext start(String... settings) {
    return start(database, Arrays.stream(settings));
  }

  private ConfigurableApplicationContext start(DatabaseAccess database, Stream<String> settings) {
    List<String> all =
        List.of(
            "--server.port=0",
            "--bricklayer.kafka=" + TestBroker.bootstrapServers(),
            "--bricklayer.database.url=" + database.url(),
            "--bricklayer.database.user=" + database.user(),
            "--bricklayer.database.password=" + database.password(),
            "--bricklayer.jwks.url=" + issuer.keysUrl(),
            "--bricklayer.sealing.public-key=" + keys.publicText(),
            "--bricklayer.mattermost.url=" + screen.address(),
            "--bricklayer.mattermost.bot-token=" + mattermost.demo().botToken(),
            "--bricklayer.mattermost.command-tokens=" + COMMAND_TOKEN,
            "--bricklayer.own-key=" + ownKey,
            "--bricklayer.administrators=root, second",
            "--bricklayer.operations.sweep-every=100ms",
            "--bricklayer.operations.ask-again=300ms",
            "--logging.structured.format.console=",
            "--logging.level.dev.bricklayer=debug");
    return BffApplication.application().run(lastOfEach(Stream.concat(all.stream(), settings)));
  }

  /** Spring makes a list of what is said twice. */
  private static String[] lastOfEach(Stream<String> settings) {
    Map<String, String> byName = new LinkedHashMap<>();
    settings.forEach(setting -> byName.put(setting.split("=", 2)[0], setting));
    return byName.values().toArray(String[]::new);
  }

  private static void awaitReady(ConfigurableApplicationContext context) {
    try {
      if (!context.getBean(MessagingReadiness.class).awaitReady(Duration.ofSeconds(90))) {
        throw new AssertionError("no partitions within 90 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The copy that waits for a saga's end. */
  public ConfigurableApplicationContext patient() {
    return patient;
  }

  /** The copy that answers 202 at once. */
  public ConfigurableApplicationContext hasty() {
    return hasty;
  }

  /** Calls a copy as nobody. */
  public static Rest nobodyAt(ConfigurableApplicationContext copy) {
    return new Rest(((ServletWebServerApplicationContext) copy).getWebServer().getPort());
  }

  /** Calls a copy as this person. */
  public Rest at(ConfigurableApplicationContext copy, Person person) {
    return nobodyAt(copy).with("Authorization", "Bearer " + issuer.tokenFor(person));
  }

  /** Tells of a person's account, and returns when the bff has heard it. */
  public void knows(Person person, String locale, @Nullable String timeZone) {
    knows(person, locale, timeZone, AccountState.Status.ACTIVE, 1);
  }

  /** The same in any standing. */
  public void knows(
      Person person,
      String locale,
      @Nullable String timeZone,
      AccountState.Status status,
      long version) {
    others.say(new AccountState(person.id(), person.username(), locale, timeZone, status, version));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> versionOf(person), known -> known >= version);
  }

  /**
   * Tells of an account with its links, and returns when the bff has heard it.
   *
   * @param version larger than every earlier one of this account
   */
  public void linked(Person person, long version, LinkedIdentity... identities) {
    others.say(
        new AccountState(
            person.id(),
            person.username(),
            "en",
            null,
            AccountState.Status.ACTIVE,
            version,
            List.of(identities)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> versionOf(person), known -> known >= version);
  }

  private long versionOf(Person person) {
    return database()
        .sql("select coalesce(max(version), 0) from account where person_id = :person")
        .param("person", person.id().value())
        .query(Long.class)
        .single();
  }

  /** The Mattermost server of all copies, with its demo people. */
  public StandInMattermost mattermost() {
    return mattermost;
  }

  /** What people see of what the bff sends to Mattermost by itself. */
  public Screen screen() {
    return screen;
  }

  /** The other services. */
  public OtherServices others() {
    return others;
  }

  /** Who issues access tokens. */
  public TokenIssuer issuer() {
    return issuer;
  }

  /** Opens what the bff sealed. */
  public TokenOpener opener() {
    return new TokenOpener(keys.privateText());
  }

  /** The bff's database. */
  public JdbcClient database() {
    return patient.getBean(JdbcClient.class);
  }

  /** The bff's database, for whoever connects by themselves. */
  public DatabaseAccess access() {
    return database;
  }

  /** A text that nothing else in this JVM is called. */
  public static String unique(String beginning) {
    return beginning + " " + COUNT.incrementAndGet();
  }
}
