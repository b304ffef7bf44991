package dev.bricklayer.sandbox;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.embedded.KafkaBroker;
import dev.bricklayer.embedded.PostgresServer;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
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
    new Installation(options, belongings, progress, data).start();
  }

  private void start() throws Exception {
    progress.say("Starting Bricklayer on " + options.data());
    var postgres = parallel("PostgreSQL", this::startPostgres);
    var kafka = parallel("Kafka", this::startKafka);
    Optional<StandInMattermost> standIn =
        options.mattermost().isEmpty()
            ? Optional.of(progress.step("Mattermost", () -> belongings.keep(this::startStandIn)))
            : Optional.empty();
    List<ServiceSettings> settings = settings(result(postgres), result(kafka));
    List<RunningService> services = new ArrayList<>();
    for (ServiceSettings each : settings) {
      services.add(progress.step(each.service().text(), () -> belongings.keep(() -> start(each))));
    }
    progress.step("all ready", () -> Readiness.await(settings, services));
    new Directions(options, standIn, registration.code()).lines().forEach(progress::say);
  }

  private PostgresServer startPostgres() throws IOException {
    return PostgresServer.start(data.postgres(), options.ports().postgres());
  }

  private KafkaBroker startKafka() throws IOException {
    Ports ports = options.ports();
    return KafkaBroker.start(data.kafka(), ports.kafka(), ports.kafkaController(), Map.of());
  }

  private StandInMattermost startStandIn() {
    return StandInMattermost.start(
        new Settings(options.ports().standIn(), options.standInVersion(), data.standIn()));
  }

  private RunningService start(ServiceSettings settings) throws Exception {
    Path log = data.logs().resolve(settings.service().text() + ".log");
    return options.processes()
        ? ServiceProcess.start(settings, log, List.of())
        : ServiceInThisProcess.start(settings);
  }

  private List<ServiceSettings> settings(PostgresServer postgres, KafkaBroker kafka)
      throws Exception {
    Map<ServiceName, ServiceSettings> all = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      DatabaseAccess database =
          postgres.createRoleAndDatabase(
              service.text(), secrets.password("database." + service.text()));
      all.put(service, settings(service, database, kafka));
    }
    return List.copyOf(all.values());
  }

  private ServiceSettings settings(
      ServiceName service, DatabaseAccess database, KafkaBroker kafka) {
    var environment =
        ServiceSettings.common(options.ports().of(service), database, kafka.bootstrapServers());
    switch (service) {
      case BFF -> {
        environment.put("SERVER_ADDRESS", options.listen());
        environment.put("BRICKLAYER_MATTERMOST_URL", mattermost());
        environment.put("BRICKLAYER_USER_URL", "http://127.0.0.1:" + options.ports().user());
        environment.put("BRICKLAYER_SEALING_PUBLICKEY", secrets.sealingKeys().publicText());
      }
      case USER -> {
        environment.put("SERVER_ADDRESS", options.listen());
        registration.putInto(environment);
      }
      case CONSTRUCTOR, ENGINE -> {
        environment.put("BRICKLAYER_MATTERMOST_URL", mattermost());
        environment.put("BRICKLAYER_SEALING_PRIVATEKEY", secrets.sealingKeys().privateText());
      }
      case STORAGE -> {
        // It holds ciphertext and asks Mattermost nothing.
      }
    }
    return new ServiceSettings(service, environment);
  }

  private String mattermost() {
    return options
        .mattermost()
        .map(Object::toString)
        .orElse("http://127.0.0.1:" + options.ports().standIn());
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
