package dev.bricklayer.sandbox;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.embedded.PostgresServer;
import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;

/**
 * Runs a task beside an installation that runs, with its database; or on one that does not, with no
 * more of it than is needed: PostgreSQL, and in the demo the stand-in.
 */
final class TaskRun {

  private final Task task;
  private final Progress progress;
  private final Belongings belongings = new Belongings();

  private TaskRun(Task task, Progress progress) {
    this.task = task;
    this.progress = progress;
  }

  /**
   * Does it, and answers whether nothing is wrong.
   *
   * @throws CannotStartException with the reason in words for people
   */
  static boolean of(Task task, DataDirectory data, Progress progress) throws Exception {
    TaskRun run = new TaskRun(task, progress);
    try {
      return run.with(run.settings(data));
    } finally {
      run.belongings.close();
    }
  }

  /** For a bff that runs alone, whose settings the environment has. */
  static boolean withEnvironment(Task task, Progress progress) {
    try (MattermostTasks tasks = MattermostTasks.with(Map.of(), progress)) {
      return tasks.run(task.kind());
    }
  }

  private boolean with(Map<String, String> settings) throws Exception {
    return belongings.keep(() -> MattermostTasks.with(settings, progress)).run(task.kind());
  }

  private Map<String, String> settings(DataDirectory data) throws Exception {
    UpOptions options = task.where();
    if (options.mattermost().isPresent()) {
      RealMattermost.checkReachable(options.mattermost().get());
    }
    Secrets secrets = data.secrets();
    DatabaseAccess database = data.isShared() ? running(secrets) : started(data, secrets);
    ServiceSettings settings =
        ServiceSettings.of(
            ServiceName.BFF,
            options,
            database,
            "127.0.0.1:" + options.ports().kafka(),
            secrets,
            RegistrationSettings.of(options, System.getenv(), secrets),
            tokens(data));
    return settings.environment();
  }

  private MattermostTokens tokens(DataDirectory data) throws Exception {
    UpOptions options = task.where();
    if (options.mattermost().isPresent()) {
      return MattermostTokens.ofEnvironment(System.getenv());
    }
    if (!data.isShared()) {
      Settings demo =
          new Settings(options.ports().standIn(), options.standInVersion(), data.standIn());
      belongings.keep(() -> StandInMattermost.start(demo));
    }
    return MattermostTokens.ofDemoAt(options.mattermostUrl());
  }

  private DatabaseAccess running(Secrets secrets) throws CannotStartException {
    String name = ServiceName.BFF.text();
    int port = task.where().ports().postgres();
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      // It listens: that is all there is to know.
    } catch (IOException e) {
      throw new CannotStartException(
          "Bricklayer runs on %s, and its PostgreSQL does not answer on port %d: name its ports with --port-base N, or try again when it has started or ended."
              .formatted(task.where().data(), port),
          e);
    }
    return new DatabaseAccess(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name),
        name,
        secrets.password("database." + name));
  }

  private DatabaseAccess started(DataDirectory data, Secrets secrets) throws Exception {
    String name = ServiceName.BFF.text();
    int port = task.where().ports().postgres();
    PostgresServer postgres = belongings.keep(() -> PostgresServer.start(data.postgres(), port));
    return postgres.createRoleAndDatabase(name, secrets.password("database." + name));
  }
}
