package dev.bricklayer.benchmarks.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.zaxxer.hikari.HikariDataSource;
import dev.bricklayer.embedded.DatabaseAccess;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * db-scheduler with what its documentation recommends for throughput: lock-and-fetch in batches of
 * several times its threads, virtual threads, and no data beside the instance's name. A job is done
 * when Kafka has its message; then it is planned again, as recurring tasks are.
 */
final class DbScheduler implements Peer {

  private static final String TASK = "reminder";
  private static final int THREADS = 100;
  private static final Schedule DAILY = FixedDelay.ofHours(24);

  /** The table and the indexes of its documentation. */
  private static final String[] TABLE = {
    """
    create table if not exists scheduled_tasks (
      task_name text not null,
      task_instance text not null,
      task_data bytea,
      execution_time timestamptz not null,
      picked boolean not null,
      picked_by text,
      last_success timestamptz,
      last_failure timestamptz,
      consecutive_failures int,
      last_heartbeat timestamptz,
      version bigint not null,
      priority smallint,
      primary key (task_name, task_instance)
    )
    """,
    "create index if not exists execution_time_idx on scheduled_tasks (execution_time)",
    "create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat)"
  };

  private final DatabaseAccess access;
  private final DatabaseAccess superuser;
  private final Messages messages;
  private final HikariDataSource pool = new HikariDataSource();
  private int stored;
  private @Nullable Scheduler scheduler;

  DbScheduler(Servers servers) throws Exception {
    this.access = servers.database("dbscheduler");
    this.superuser = servers.superuserOf("dbscheduler");
    servers.makeTopic("bench.dbscheduler");
    this.messages = new Messages("bench.dbscheduler", servers.kafka());
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.user());
    pool.setPassword(access.password());
    pool.setMaximumPoolSize(24);
  }

  @Override
  public String name() {
    return "db-scheduler 16.12.0";
  }

  @Override
  public String topic() {
    return messages.topic();
  }

  @Override
  public int most() {
    return 100_000;
  }

  @Override
  public int mostStored() {
    return 10_000_000;
  }

  @Override
  public int secondsToPlan(int due) {
    return 8 + due / 15_000;
  }

  @Override
  public void load(int stored) throws SQLException {
    this.stored = stored;
    Servers.execute(access, TABLE);
    Servers.execute(
        access,
        "truncate scheduled_tasks",
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select 'reminder', md5('job' || i)::uuid || '/' || md5('bot' || i / 5)::uuid,
          date_trunc('minute', now()) + interval '6 hours' + i %% 20000 * interval '1 minute',
          false, 1
        from generate_series(0, %d - 1) as i
        """
            .formatted(stored));
    Servers.execute(superuser, "vacuum analyze scheduled_tasks");
  }

  @Override
  public void plan(int due, Instant at) throws SQLException {
    planApart(due, at, Duration.ZERO);
  }

  /** As {@link #plan}, one after the other. */
  void planApart(int due, Instant first, Duration apart) throws SQLException {
    Servers.execute(
        access,
        """
        update scheduled_tasks
        set execution_time = timestamptz '%2$s' + chosen.n * interval '%4$d microseconds'
        from (select n, n * (%3$d / %1$d) as i from generate_series(0, %1$d - 1) as n) as chosen
        where task_name = 'reminder'
          and task_instance = md5('job' || i)::uuid || '/' || md5('bot' || i / 5)::uuid
        """
            .formatted(due, first, stored, apart.toNanos() / 1000));
    Servers.execute(superuser, "vacuum analyze scheduled_tasks");
  }

  @Override
  public void start() {
    CustomTask<Void> task = Tasks.custom(TASK, Void.class).execute(this::run);
    scheduler =
        Scheduler.create(pool, task)
            .threads(THREADS)
            .pollUsingLockAndFetch(1.0, 8.0)
            .pollingInterval(Duration.ofMillis(100))
            .failureLogging(LogLevel.OFF, false)
            .build();
    scheduler.start();
  }

  private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
    String id = instance.getId();
    int slash = id.indexOf('/');
    messages.hand(
        id.substring(0, slash), id.substring(slash + 1), context.getExecution().executionTime);
    return new CompletionHandler.OnCompleteReschedule<>(DAILY);
  }

  @Override
  public void stop() {
    if (scheduler != null) {
      scheduler.stop();
    }
  }

  @Override
  public void close() {
    messages.close();
    pool.close();
  }
}
