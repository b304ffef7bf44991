package dev.bricklayer.sandbox;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.embedded.KafkaBroker;
import dev.bricklayer.embedded.PostgresServer;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts everything, in the order in which it is needed. */
final class Installation {

  private final UpOptions options;
  private final Belongings belongings;
  private final Progress progress;
  private final DataDirectory data;
  private final Secrets secrets;
  private final RegistrationSettings registration;
  private MattermostTokens tokens = MattermostTokens.ofEnvironment(System.getenv());

  private Installation(
      UpOptions options, Belongings belongings, Progress progress, DataDirectory data)
      throws Exception {
    this.options = options;
    this.belongings = belongings;
    this.progress = progress;
    this.data = data;
    this.secrets = data.secrets();
    this.registration = RegistrationSettings.of(options, System.getenv(), secrets);
  }

  /**
   * Starts everything and returns when it can be used.
   *
   * @param belongings what was started, also when this fails half-way
   * @throws CannotStartException with the reason in words for people
   */
  static void start(UpOptions options, DataDirectory data, Belongings belongings, Progress progress)
      throws Exception {
    PortCheck.allFree(options);
    if (options.mattermost().isPresent()) {
      RealMattermost.checkReachable(options.mattermost().get());
    }
    new Installation(options, belongings, progress, data).start();
  }

  private void start() throws Exception {
    progress.say("Starting Bricklayer on " + options.data());
    var postgres = parallel("PostgreSQL", this::startPostgres);
    var kafka = parallel("Kafka", this::startKafka);
    Optional<StandInMattermost> standIn = startStandIn();
    standIn.ifPresent(demo -> tokens = MattermostTokens.of(demo));
    List<ServiceSettings> settings = settings(result(postgres), result(kafka));
    startServices(settings);
    LastRun.of(options).keepOn(options.data());
    if (options.mattermost().isPresent()) {
      examine(settings);
    }
    new Directions(options, standIn, registration.code()).lines().forEach(progress::say);
  }

  private PostgresServer startPostgres() throws IOException {
    return PostgresServer.start(data.postgres(), options.ports().postgres());
  }

  private KafkaBroker startKafka() throws IOException {
    Ports ports = options.ports();
    return KafkaBroker.start(data.kafka(), ports.kafka(), ports.kafkaController(), Map.of());
  }

  private Optional<StandInMattermost> startStandIn() throws Exception {
    if (options.mattermost().isPresent()) {
      return Optional.empty();
    }
    var settings =
        new Settings(options.ports().standIn(), options.standInVersion(), data.standIn());
    return Optional.of(
        progress.step(
            "Mattermost", () -> belongings.keep(() -> StandInMattermost.start(settings))));
  }

  private void startServices(List<ServiceSettings> all) throws Exception {
    Services services =
        belongings.keep(() -> new Services(options.processes(), data.logs(), progress));
    for (ServiceSettings settings : all) {
      services.prepare(settings);
    }
    for (ServiceSettings settings : all) {
      progress.step(
          settings.service().text(), () -> belongings.during(() -> services.start(settings)));
    }
    progress.step("all ready", services::awaitReady);
    WarmUp.of(all);
  }

  private List<ServiceSettings> settings(PostgresServer postgres, KafkaBroker kafka)
      throws SQLException {
    List<ServiceSettings> all = new ArrayList<>();
    for (ServiceName service : ServiceName.values()) {
      DatabaseAccess database =
          postgres.createRoleAndDatabase(
              service.text(), secrets.password("database." + service.text()));
      all.add(
          ServiceSettings.of(
              service, options, database, kafka.bootstrapServers(), secrets, registration, tokens));
    }
    return all;
  }

  /** The bff has provisioned by now, if it can. What is found stops nothing. */
  private void examine(List<ServiceSettings> all) throws Exception {
    ServiceSettings bff =
        all.stream().filter(it -> it.service() == ServiceName.BFF).findFirst().orElseThrow();
    progress.say("");
    belongings.during(
        () -> {
          try (var tasks = MattermostTasks.with(bff.environment(), progress)) {
            tasks.run(Task.Kind.EXAMINE);
            tasks.tellWhatToMakeByHand();
          }
          return bff;
        });
  }

  private <T extends AutoCloseable> CompletableFuture<T> parallel(String name, Callable<T> start) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("start-" + name)
        .start(
            () -> {
              try {
                result.complete(progress.step(name, () -> belongings.keep(start)));
              } catch (Exception e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }

  private static <T> T result(CompletableFuture<T> future) throws Exception {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
