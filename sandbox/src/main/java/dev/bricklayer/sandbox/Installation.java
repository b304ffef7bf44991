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
    startServices(result(postgres), result(kafka));
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

  private void startServices(PostgresServer postgres, KafkaBroker kafka) throws Exception {
    Services services =
        belongings.keep(() -> new Services(options.processes(), data.logs(), progress));
    List<ServiceSettings> all = settings(postgres, kafka);
    for (ServiceSettings settings : all) {
      services.prepare(settings);
    }
    for (ServiceSettings settings : all) {
      progress.step(
          settings.service().text(), () -> belongings.during(() -> services.start(settings)));
    }
    progress.step("all ready", services::awaitReady);
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
              service, options, database, kafka.bootstrapServers(), secrets, registration));
    }
    return all;
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
