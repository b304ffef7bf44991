package dev.bricklayer.constructor;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.sealing.SealingKeys;
import dev.bricklayer.sealing.TokenSealer;
import dev.bricklayer.simulator.DemoWorld;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.TestDatabase;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import org.springframework.context.ConfigurableApplicationContext;

/** A constructor that runs as in real life, beside a stand-in Mattermost, seen from outside. */
public final class ConstructorUnderTest implements AutoCloseable {

  private static final SealingKeys KEYS = SealingKeys.generate();

  private final StandInMattermost mattermost = StandInMattermost.start(Settings.forTest());
  private final ConfigurableApplicationContext context;
  private final ServiceUnderScript script;

  private ConstructorUnderTest(String kafka, DatabaseAccess database) {
    this.context = run(kafka, database);
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

  private ConfigurableApplicationContext run(String kafka, DatabaseAccess database) {
    return ConstructorApplication.application()
        .run(
            "--server.port=0",
            "--bricklayer.database.url=" + database.url(),
            "--bricklayer.database.user=" + database.user(),
            "--bricklayer.database.password=" + database.password(),
            "--bricklayer.kafka=" + kafka,
            "--bricklayer.mattermost.url=" + mattermost.address(),
            "--bricklayer.sealing.private-key=" + KEYS.privateText(),
            "--logging.structured.format.console=");
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

  /** A bot that is to be, with the demo bot's own token. */
  public CreateBotExample bot() {
    BotAccount standup = new BotAccount(mattermost.demo().userId(DemoWorld.BOT), DemoWorld.BOT);
    return CreateBotExample.fresh()
        .speakingAs(standup)
        .with(bot -> sealed(mattermost.demo().botToken(), bot));
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
