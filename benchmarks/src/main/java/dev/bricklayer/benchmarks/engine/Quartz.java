package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.embedded.DatabaseAccess;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Quartz, clustered, with batches of triggers acquired under its lock. All triggers share one job:
 * the least that it can write. Nothing counts as misfired, which would be work on top.
 */
final class Quartz implements Peer {

  private static final int THREADS = 32;
  private static final JobKey REMINDER = new JobKey("reminder");
  private static final int TRIGGERS_AT_ONCE = 1_000;

  private static volatile @Nullable Messages handOver;

  private final DatabaseAccess access;
  private final Messages messages;
  private @Nullable Scheduler scheduler;

  Quartz(Servers servers) throws Exception {
    this.access = servers.database("quartz");
    servers.makeTopic("bench.quartz");
    this.messages = new Messages("bench.quartz", servers.kafka());
  }

  /** Made by Quartz, by name. */
  public static final class Reminder implements Job {

    public Reminder() {}

    @Override
    public void execute(JobExecutionContext context) {
      Messages messages = handOver;
      if (messages != null) {
        messages.hand(
            context.getTrigger().getKey().getName(),
            context.getTrigger().getKey().getGroup(),
            context.getScheduledFireTime().toInstant());
      }
    }
  }

  @Override
  public String name() {
    return "Quartz 2.5.2, clustered";
  }

  @Override
  public String topic() {
    return messages.topic();
  }

  @Override
  public int most() {
    return 2_000;
  }

  @Override
  public int mostStored() {
    return most();
  }

  @Override
  public int secondsToPlan(int due) {
    return 10 + due / 150;
  }

  @Override
  public void load(int stored) throws Exception {
    String ddl;
    try (InputStream file =
        Scheduler.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/tables_postgres.sql")) {
      ddl = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    Servers.execute(access, ddl);
  }

  @Override
  public void plan(int due, Instant at) throws SchedulerException {
    scheduler = new StdSchedulerFactory(settings()).getScheduler();
    scheduler.clear();
    JobDetail reminder =
        JobBuilder.newJob(Reminder.class).withIdentity(REMINDER).storeDurably().build();
    for (int from = 0; from < due; from += TRIGGERS_AT_ONCE) {
      Set<Trigger> triggers = new HashSet<>();
      for (int i = from; i < Math.min(due, from + TRIGGERS_AT_ONCE); i++) {
        triggers.add(daily(BenchJob.number(i), at));
      }
      scheduler.scheduleJobs(Map.of(reminder, triggers), true);
    }
  }

  private static Trigger daily(BenchJob job, Instant at) {
    return TriggerBuilder.newTrigger()
        .forJob(REMINDER)
        .withIdentity(job.id().toString(), job.bot().toString())
        .startAt(Date.from(at))
        .withSchedule(SimpleScheduleBuilder.repeatHourlyForever(24))
        .build();
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.put("org.quartz.scheduler.instanceName", "bench");
    settings.put("org.quartz.scheduler.instanceId", "AUTO");
    settings.put("org.quartz.scheduler.skipUpdateCheck", "true");
    settings.put("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", THREADS + "");
    settings.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    settings.put("org.quartz.threadPool.threadCount", THREADS + "");
    settings.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    settings.put(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    settings.put("org.quartz.jobStore.isClustered", "true");
    settings.put("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    settings.put("org.quartz.jobStore.useProperties", "true");
    settings.put("org.quartz.jobStore.misfireThreshold", "3600000");
    settings.put("org.quartz.jobStore.dataSource", "bench");
    settings.put("org.quartz.dataSource.bench.provider", "hikaricp");
    settings.put("org.quartz.dataSource.bench.driver", "org.postgresql.Driver");
    settings.put("org.quartz.dataSource.bench.URL", access.url());
    settings.put("org.quartz.dataSource.bench.user", access.user());
    settings.put("org.quartz.dataSource.bench.password", access.password());
    settings.put("org.quartz.dataSource.bench.maxConnections", (THREADS + 4) + "");
    return settings;
  }

  @Override
  public void start() throws SchedulerException {
    handOver = messages;
    if (scheduler != null) {
      scheduler.start();
    }
  }

  @Override
  public void stop() throws SchedulerException {
    if (scheduler != null) {
      scheduler.shutdown(true);
    }
  }

  @Override
  public void close() {
    messages.close();
  }
}
