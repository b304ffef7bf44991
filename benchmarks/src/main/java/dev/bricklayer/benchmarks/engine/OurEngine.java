package dev.bricklayer.benchmarks.engine;

import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.engine.EngineApplication;
import dev.bricklayer.sealing.SealingKeys;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** The engine service as it runs alone, in this process. */
final class OurEngine implements AutoCloseable {

  static final SealingKeys KEYS = SealingKeys.generate();

  private final ConfigurableApplicationContext context;

  private OurEngine(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * What is measured beside peers ends at Kafka, for everybody: deliveries are another copy's.
   * Without this the engine would post, too.
   */
  static OurEngine handingOver(DatabaseAccess database, String kafka) throws InterruptedException {
    OurEngine engine = start(database, kafka, "http://127.0.0.1:9");
    engine.context.getBean("consumeDueOccurrences", SmartLifecycle.class).stop();
    engine.awaitLead();
    return engine;
  }

  /** All of it: it posts there. */
  static OurEngine start(DatabaseAccess database, String kafka, String mattermost) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--bricklayer.database.url=" + database.url(),
                "--bricklayer.database.user=" + database.user(),
                "--bricklayer.database.password=" + database.password(),
                "--bricklayer.kafka=" + kafka,
                "--bricklayer.mattermost.url=" + mattermost,
                "--bricklayer.sealing.private-key=" + KEYS.privateText(),
                "--bricklayer.engine.lease.shards=" + OurJobs.SHARDS,
                "--spring.jmx.enabled=false",
                "--logging.level.dev.bricklayer=warn",
                "--logging.structured.format.console="));
    HandOffs.PRODUCER_SETTING.forEach(
        (name, value) -> arguments.add("--bricklayer.messaging.kafka." + name + "=" + value));
    return new OurEngine(EngineApplication.application().run(arguments.toArray(String[]::new)));
  }

  private void awaitLead() throws InterruptedException {
    while (meters().get("bricklayer.engine.leading").gauge().value() < OurJobs.SHARDS) {
      Thread.sleep(10);
    }
  }

  MeterRegistry meters() {
    return context.getBean(MeterRegistry.class);
  }

  /**
   * Waits until so many are claimed, and says how many a second: from the beginning of the first
   * batch that found something to the end of the last.
   */
  double claimsPerSecond(int jobs, Duration patience) throws InterruptedException {
    double nothing = batchMillis();
    while (claimed() == 0) {
      nothing = batchMillis();
      Thread.sleep(1);
    }
    long begin = System.nanoTime() - (long) ((batchMillis() - nothing) * 1e6);
    while (claimed() < jobs) {
      if (System.nanoTime() - begin > patience.toNanos()) {
        throw new IllegalStateException("only %.0f of %d were claimed".formatted(claimed(), jobs));
      }
      Thread.sleep(1);
    }
    return claimed() * 1e9 / (System.nanoTime() - begin);
  }

  private double claimed() {
    return meters().counter("bricklayer.engine.claimed").count();
  }

  /** How many reminders it has posted and settled. */
  double sent() {
    return meters().counter("bricklayer.engine.occurrences", "state", "SENT").count();
  }

  /** The time of all batches, those that found nothing included. */
  private double batchMillis() {
    return meters().timer("bricklayer.engine.claim.batch").totalTime(TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    context.close();
  }
}
