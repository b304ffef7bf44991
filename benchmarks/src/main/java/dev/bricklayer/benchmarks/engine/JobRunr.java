package dev.bricklayer.benchmarks.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.bricklayer.embedded.DatabaseAccess;
import java.time.Duration;
import java.time.Instant;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.BackgroundJobRequest;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * JobRunr's free edition. Its recurring jobs are meant to be few, so these are scheduled once; it
 * looks for due jobs every five seconds, which is the least it allows.
 */
final class JobRunr implements Peer {

  private static final Duration POLL = Duration.ofSeconds(5);
  private static final int WORKERS = 64;

  private static volatile @Nullable Messages handOver;

  private final HikariDataSource pool = new HikariDataSource();
  private final Messages messages;
  private final PostgresStorageProvider storage;

  JobRunr(Servers servers) throws Exception {
    DatabaseAccess access = servers.database("jobrunr");
    servers.makeTopic("bench.jobrunr");
    this.messages = new Messages("bench.jobrunr", servers.kafka());
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.user());
    pool.setPassword(access.password());
    pool.setMaximumPoolSize(24);
    this.storage = new PostgresStorageProvider(pool);
  }

  /** One reminder, as JobRunr stores it. */
  public record Reminder(String job, String bot, String plannedAt) implements JobRequest {

    @Override
    public Class<Handler> getJobRequestHandler() {
      return Handler.class;
    }
  }

  /** Made by JobRunr, by name. */
  public static final class Handler implements JobRequestHandler<Reminder> {

    public Handler() {}

    @Override
    public void run(Reminder reminder) {
      Messages messages = handOver;
      if (messages != null) {
        messages.hand(reminder.job(), reminder.bot(), Instant.parse(reminder.plannedAt()));
      }
    }
  }

  @Override
  public String name() {
    return "JobRunr 8.7.0, free edition";
  }

  @Override
  public String topic() {
    return messages.topic();
  }

  @Override
  public int most() {
    return 5_000;
  }

  @Override
  public int mostStored() {
    return most();
  }

  @Override
  public int secondsToPlan(int due) {
    return 15 + due / 250;
  }

  @Override
  public void load(int stored) {}

  @Override
  public void plan(int due, Instant at) {
    configure(false);
    for (int i = 0; i < due; i++) {
      BenchJob job = BenchJob.number(i);
      BackgroundJobRequest.schedule(
          at, new Reminder(job.id().toString(), job.bot().toString(), at.toString()));
    }
  }

  @Override
  public void start() {
    handOver = messages;
    configure(true);
  }

  private void configure(boolean working) {
    org.jobrunr.configuration.JobRunr.configure()
        .useJsonMapper(new JacksonJsonMapper())
        .useStorageProvider(storage)
        .useBackgroundJobServerIf(
            working,
            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andPollInterval(POLL)
                .andScheduledJobsRequestSize(5_000)
                .andWorkerCount(WORKERS))
        .initialize();
  }

  @Override
  public void stop() {
    org.jobrunr.configuration.JobRunr.destroy();
  }

  @Override
  public void close() {
    messages.close();
    pool.close();
  }
}
