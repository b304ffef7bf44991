package dev.bricklayer.systemtests.fleet;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.createbot.CreateBotSaga;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.contracts.state.LinkedIdentity;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.embedded.KafkaBroker;
import dev.bricklayer.embedded.PostgresServer;
import dev.bricklayer.sandbox.Readiness;
import dev.bricklayer.sandbox.ServiceName;
import dev.bricklayer.sandbox.ServiceProcess;
import dev.bricklayer.sandbox.ServiceSettings;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.sealing.SealingKeys;
import dev.bricklayer.sealing.TokenSealer;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import dev.bricklayer.testkit.checker.FoundPost;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The five services as processes of their own, in as many copies as a test wants, on a PostgreSQL,
 * a broker and a stand-in Mattermost that the test holds in its hand: everything can be killed,
 * stopped and started by itself.
 */
public final class Fleet implements AutoCloseable {

  private final Path directory;
  private final PostgresServer postgres;
  private final KafkaBroker kafka;
  private final StandInMattermost mattermost;
  private final SealingKeys keys = SealingKeys.generate();
  private final String ownKey = OwnKey.generate();
  private final Map<ServiceName, DatabaseAccess> databases = new EnumMap<>(ServiceName.class);
  private final List<Copy> copies = new CopyOnWriteArrayList<>();
  private final Map<String, String> extra;
  private final int userPort = FreePorts.one();

  private Fleet(Path directory, Map<String, String> extra) throws Exception {
    this.directory = directory;
    this.extra = extra;
    this.postgres = PostgresServer.start(directory.resolve("postgres"), 0);
    this.kafka = KafkaBroker.start(directory.resolve("kafka"), 0, 0, Map.of());
    this.mattermost = StandInMattermost.start(Settings.forTest());
    for (ServiceName service : ServiceName.values()) {
      databases.put(
          service, postgres.createRoleAndDatabase(service.text(), "password-of-" + service.text()));
    }
  }

  /**
   * Starts the servers and no service yet.
   *
   * @param directory an empty one
   * @param extra settings for every service, as environment variables
   */
  public static Fleet servers(Path directory, Map<String, String> extra) throws Exception {
    return new Fleet(directory, extra);
  }

  /** Starts one copy of each service and returns when all can work. */
  public Fleet withOneOfEach() throws Exception {
    List<Copy> started = new ArrayList<>();
    for (ServiceName service : ServiceName.values()) {
      started.add(launch(service, Map.of()));
    }
    for (Copy copy : started) {
      copy.awaitReady();
    }
    return this;
  }

  /** Starts one more copy and returns when it can work. */
  public Copy start(ServiceName service) throws Exception {
    return start(service, Map.of());
  }

  /** Starts one more copy with settings of its own and returns when it can work. */
  public Copy start(ServiceName service, Map<String, String> own) throws Exception {
    Copy copy = launch(service, own);
    copy.awaitReady();
    return copy;
  }

  /** Starts one more copy and returns at once. */
  public Copy launch(ServiceName service) throws Exception {
    return launch(service, Map.of());
  }

  private Copy launch(ServiceName service, Map<String, String> own) throws Exception {
    boolean firstUser = service == ServiceName.USER && living(service).isEmpty();
    ServiceSettings settings = settings(service, firstUser ? userPort : FreePorts.one(), own);
    Path log = directory.resolve("logs").resolve(service.text() + "-" + copies.size() + ".log");
    Copy copy = new Copy(settings, ServiceProcess.start(settings, log, List.of()), log);
    copies.add(copy);
    return copy;
  }

  /** The copies of a service that live, the oldest first. */
  public List<Copy> living(ServiceName service) {
    return copies.stream()
        .filter(copy -> copy.settings.service() == service && copy.process.process().isAlive())
        .toList();
  }

  /** The oldest living copy. */
  public Copy one(ServiceName service) {
    return living(service).getFirst();
  }

  /** Kills every copy of a service as kill -9 does. */
  public void killAll(ServiceName service) {
    living(service).forEach(Copy::kill);
  }

  /**
   * Says of an account that it is the same person as somebody in Mattermost, in the user service's
   * place, and returns when the bff has heard it.
   */
  public void link(PersonId account, String username) {
    LinkedIdentity identity =
        new LinkedIdentity(
            new PersonId(UUID.randomUUID()),
            mattermost.demo().userId(username),
            username,
            Instant.now());
    AccountState linked =
        new AccountState(
            account, "linked", "en", null, AccountState.Status.ACTIVE, 1_000, List.of(identity));
    try (ServiceUnderScript user =
        ServiceUnderScript.of(
            Service.USER, kafka.bootstrapServers(), databases.get(ServiceName.USER))) {
      user.run(CreateBotSaga.MAP).when(linked);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                rows(ServiceName.BFF)
                    .sql(
                        "select exists (select from account where person_id = ? and version = 1000)")
                    .param(account.value())
                    .query(Boolean.class)
                    .single());
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public KafkaBroker kafka() {
    return kafka;
  }

  public StandInMattermost mattermost() {
    return mattermost;
  }

  /** The database of a service. */
  public DatabaseAccess database(ServiceName service) {
    return databases.get(service);
  }

  /** The reminders that stand, or stood, in Mattermost, as the checker wants them. */
  public List<FoundPost> reminders() {
    return mattermost.posted().stream()
        .flatMap(
            post ->
                FoundPost.read(post.id(), post.channelId(), post.at(), post.message(), post.props())
                    .stream())
        .toList();
  }

  /** The demo bot's token, sealed for this bot as the bff does. */
  public Credentials credentials(BotId bot) {
    return new Credentials.OwnToken(
        new TokenSealer(keys.publicText()).seal(mattermost.demo().botToken(), bot));
  }

  /** A way to look into a service's database; no test changes what a service wrote. */
  public JdbcClient rows(ServiceName service) {
    DatabaseAccess access = databases.get(service);
    return JdbcClient.create(
        new DriverManagerDataSource(access.url(), access.user(), access.password()));
  }

  private ServiceSettings settings(ServiceName service, int port, Map<String, String> own) {
    Map<String, String> environment =
        ServiceSettings.common(port, databases.get(service), kafka.bootstrapServers());
    environment.put("BRICKLAYER_MATTERMOST_URL", mattermost.address().toString());
    environment.put("BRICKLAYER_USER_URL", "http://127.0.0.1:" + userPort);
    environment.put("BRICKLAYER_SEALING_PUBLICKEY", keys.publicText());
    environment.put("BRICKLAYER_SEALING_PRIVATEKEY", keys.privateText());
    environment.put("BRICKLAYER_OWNKEY", ownKey);
    environment.put("BRICKLAYER_REGISTRATION", "open");
    if (service == ServiceName.CONSTRUCTOR || service == ServiceName.BFF) {
      environment.put("BRICKLAYER_MATTERMOST_ADMIN_TOKEN", mattermost.demo().adminToken());
      environment.put("BRICKLAYER_PUBLIC_URL", "http://127.0.0.1:" + port);
    }
    environment.putAll(extra);
    environment.putAll(own);
    return new ServiceSettings(service, environment);
  }

  @Override
  public void close() throws IOException {
    copies.forEach(copy -> copy.process.close());
    mattermost.close();
    kafka.close();
    postgres.close();
  }

  /** One process of one service. */
  public static final class Copy {

    private final ServiceSettings settings;
    private final ServiceProcess process;
    private final Path log;

    private Copy(ServiceSettings settings, ServiceProcess process, Path log) {
      this.settings = settings;
      this.process = process;
      this.log = log;
    }

    /** Where it listens. */
    public URI address() {
      return URI.create("http://127.0.0.1:" + settings.port());
    }

    public void awaitReady() throws Exception {
      Readiness.await(List.of(settings), List.of(process));
    }

    /** As kill -9 does; returns when it is gone. */
    public void kill() {
      process.process().destroyForcibly().onExit().join();
    }

    /** As kill -STOP does: it stands still and holds what it holds. */
    public void freeze() throws Exception {
      signal("STOP");
    }

    /** As kill -CONT does. */
    public void thaw() throws Exception {
      signal("CONT");
    }

    private void signal(String name) throws Exception {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.process().pid()))
          .start()
          .waitFor();
    }

    @Override
    public String toString() {
      return settings.service().text() + ", log " + log;
    }
  }
}
