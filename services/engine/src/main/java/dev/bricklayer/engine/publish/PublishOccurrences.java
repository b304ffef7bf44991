package dev.bricklayer.engine.publish;

import dev.bricklayer.engine.ledger.Occurrence;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Hands armed occurrences over to Kafka at their instant, never before it by the database's clock.
 * What Kafka does not take stays armed; what it took is marked in the ledger, in bulk.
 */
@Component
public class PublishOccurrences implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PublishOccurrences.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final ArmedQueue armed = new ArmedQueue();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final DatabaseClock clock;
  private final DueProducer producer;
  private final PublishedRepository ledger;
  private final PublishSettings settings;
  private final int mostArmed;
  private final MarkPublished marks;
  private final Timer lateness;
  private volatile boolean running;
  private @Nullable Thread publisher;
  private @Nullable Thread marker;

  PublishOccurrences(
      DatabaseClock clock,
      DueTopic topic,
      PublishedRepository ledger,
      PublishSettings settings,
      MeterRegistry meters) {
    this.clock = clock;
    this.producer = new DueProducer(topic::producer);
    this.ledger = ledger;
    this.settings = settings;
    this.mostArmed = settings.mostArmedIn(Runtime.getRuntime().maxMemory());
    this.marks = new MarkPublished(ledger, settings.markEvery());
    this.lateness =
        Timer.builder("bricklayer.engine.handoff.lateness")
            .description("from the planned instant to Kafka's acknowledgement")
            .publishPercentileHistogram()
            .register(meters);
    meters.gauge("bricklayer.engine.armed", armed, ArmedQueue::size);
  }

  /** Publishes each at its instant, or at once when that has passed. */
  public void arm(int shard, Collection<Occurrence> occurrences) {
    arm(shard, occurrences, true);
  }

  /** Publishes these once more, at once. */
  public void armAgain(int shard, Collection<Occurrence> occurrences) {
    arm(shard, occurrences, false);
  }

  private void arm(int shard, Collection<Occurrence> occurrences, boolean fresh) {
    armed.arm(
        occurrences.stream()
            .map(o -> new Armed(shard, o, OccurrenceDue.of(o).json(), o.plannedAt(), fresh))
            .toList());
  }

  /** Arms what an earlier leader of the shard armed and did not mark as published. */
  public int armWhatWasLeft(int shard) {
    List<Occurrence> left = ledger.unpublished(shard);
    armAgain(shard, left);
    return left.size();
  }

  /** Forgets what is armed of a shard: another leader publishes it. */
  public void disarm(int shard) {
    armed.disarm(shard);
  }

  /** Whether so much is armed that nothing more should be claimed. */
  public boolean isFull() {
    return armed.size() >= mostArmed;
  }

  /** Whether Kafka takes nothing at the moment. */
  public boolean isFailing() {
    return failing.get();
  }

  @Override
  public void start() {
    running = true;
    publisher = Thread.ofPlatform().name("engine-publisher").start(this::publishUntilStopped);
    marker = Thread.ofPlatform().name("engine-marks").start(marks);
  }

  private void publishUntilStopped() {
    prepare();
    try {
      while (running) {
        List<Armed> due = armed.take(clock, LONGEST_WAIT);
        if (!due.isEmpty()) {
          publish(due);
        }
      }
    } catch (InterruptedException e) {
      log.debug("nothing is published any more: stopping");
    }
  }

  /** Learns where the topic is, so that the first occurrence does not wait for it. */
  private void prepare() {
    try {
      producer.prepareFor(OccurrenceDue.TOPIC);
    } catch (KafkaException e) {
      log.debug("Kafka does not tell yet where occurrences go; learnt with the first", e);
    }
  }

  /** The last look at the clock: one that was set while we waited could make this early. */
  private void publish(List<Armed> due) {
    if (clockWasSetSince(due)) {
      armed.arm(due);
      return;
    }
    for (int i = 0; i < due.size(); i++) {
      if (!hand(due.get(i))) {
        due.subList(i, due.size()).forEach(this::again);
        return;
      }
    }
  }

  private boolean clockWasSetSince(List<Armed> due) {
    try {
      clock.sampleAfterAStep();
    } catch (DataAccessException e) {
      log.warn("the database's clock could not be read after a clock was set; going by the old", e);
    }
    Instant now = clock.now();
    return due.stream().anyMatch(each -> each.at().isAfter(now));
  }

  /** False when Kafka took so long to take it in that the others had better wait, too. */
  private boolean hand(Armed each) {
    try {
      producer.send(
          record(each),
          failure -> {
            if (failure == null) {
              acknowledged(each);
            } else {
              refused(failure);
              again(each);
            }
          });
      return true;
    } catch (KafkaException | IllegalStateException e) {
      refused(e);
      return false;
    }
  }

  private static ProducerRecord<String, String> record(Armed each) {
    return new ProducerRecord<>(
        OccurrenceDue.TOPIC, each.occurrence().botId().toString(), each.message());
  }

  private void acknowledged(Armed each) {
    if (failing.compareAndSet(true, false)) {
      log.info("Kafka takes occurrences again");
    }
    marks.acknowledged(each.occurrence());
    if (each.fresh()) {
      lateness.record(Duration.between(each.at(), clock.now()));
    }
  }

  private void refused(Exception failure) {
    if (failing.compareAndSet(false, true)) {
      log.warn("Kafka takes no occurrences; tried again every {}", settings.again(), failure);
    }
  }

  private void again(Armed each) {
    armed.arm(List.of(each.again(clock.now().plus(settings.again()))));
  }

  @Override
  public void stop() {
    running = false;
    if (publisher != null) {
      publisher.interrupt();
      join(publisher);
    }
    producer.flush();
    marks.stop();
    if (marker != null) {
      join(marker);
    }
    producer.close(Duration.ofSeconds(2));
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
