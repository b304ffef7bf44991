package dev.bricklayer.user;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.messaging.MessagingReadiness;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.testkit.TestBroker;
import dev.bricklayer.testkit.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The user service, running: real HTTP, real PostgreSQL, real Kafka. */
final class RunningUser implements AutoCloseable {

  /** The own key of all of them. */
  static final String OWN_KEY = OwnKey.generate();

  private final ConfigurableApplicationContext context;

  private RunningUser(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** The one that tests share which move no clock and need no settings of their own. */
  static RunningUser shared() {
    return Shared.SERVICE;
  }

  /** Its database. */
  static DatabaseAccess sharedDatabase() {
    return Shared.DATABASE;
  }

  /** A copy of its own, on that database. */
  static RunningUser start(DatabaseAccess database, Clock clock, String... settings) {
    List<String> arguments = new ArrayList<>(List.of(settings));
    if (arguments.stream().noneMatch(it -> it.startsWith("--bricklayer.own-key="))) {
      arguments.add("--bricklayer.own-key=" + OWN_KEY);
    }
    if (!database.equals(Shared.DATABASE)) {
      // Copies over one database share what they hear, and nobody else's.
      arguments.add(
          "--bricklayer.messaging.group=user-" + Integer.toHexString(database.url().hashCode()));
    }
    arguments.add("--server.port=0");
    arguments.add("--server.address=127.0.0.1");
    arguments.add("--bricklayer.database.url=" + database.url());
    arguments.add("--bricklayer.database.user=" + database.user());
    arguments.add("--bricklayer.database.password=" + database.password());
    arguments.add("--bricklayer.kafka=" + TestBroker.bootstrapServers());
    arguments.add("--logging.structured.format.console=");
    return new RunningUser(
        UserApplication.application()
            .initializers(
                context ->
                    ((GenericApplicationContext) context)
                        .registerBean("clock", Clock.class, () -> clock))
            .run(arguments.toArray(String[]::new)));
  }

  /** Returns when it hears what others say. */
  RunningUser awaitReady() {
    try {
      if (!bean(MessagingReadiness.class).awaitReady(Duration.ofSeconds(90))) {
        throw new AssertionError("no partitions within 90 s");
      }
      return this;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  UserCalls calls() {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return new UserCalls("http://127.0.0.1:" + port);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> Stream<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values().stream();
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /**
   * Does now what is done from time to time.
   *
   * @param task the simple names of class and method
   */
  void runScheduled(String task) {
    context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
        .flatMap(holder -> holder.getScheduledTasks().stream())
        .map(ScheduledTask::getTask)
        .filter(it -> it.toString().endsWith("." + task))
        .findFirst()
        .orElseThrow()
        .getRunnable()
        .run();
  }

  /** How many accounts there are. */
  int accounts() {
    return bean(JdbcClient.class).sql("select count(*) from account").query(Integer.class).single();
  }

  /** How many accounts have this name, in any capitals. */
  int accounts(String username) {
    return bean(JdbcClient.class)
        .sql("select count(*) from account where lower(username) = lower(:username)")
        .param("username", username)
        .query(Integer.class)
        .single();
  }

  @Override
  public void close() {
    context.close();
  }

  private static final class Shared {

    static final DatabaseAccess DATABASE = TestDatabase.fresh("user");

    static final RunningUser SERVICE =
        start(
                DATABASE,
                Clock.systemUTC(),
                "--bricklayer.registration=open",
                "--bricklayer.user.throttle.address.at-once=1000000",
                "--bricklayer.user.throttle.registration.at-once=1000000")
            .awaitReady();
  }
}
