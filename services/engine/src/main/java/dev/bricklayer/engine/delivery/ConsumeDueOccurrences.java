package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.publish.DueTopic;
import dev.bricklayer.engine.publish.OccurrenceDue;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.FixedBackOff;

/** Reads the engine's topic as soon as Kafka is there. */
@Component
class ConsumeDueOccurrences implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ConsumeDueOccurrences.class);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final DueTopic topic;
  private final ConcurrentMessageListenerContainer<String, byte[]> container;
  private volatile boolean running;
  private @Nullable Thread starter;

  ConsumeDueOccurrences(DueTopic topic, DueListener listener) {
    this.topic = topic;
    this.container = container(topic, listener);
  }

  /** A batch that cannot be taken (no database) is brought again until it can. */
  private static ConcurrentMessageListenerContainer<String, byte[]> container(
      DueTopic topic, DueListener listener) {
    ContainerProperties properties = new ContainerProperties(OccurrenceDue.TOPIC);
    properties.setMessageListener(listener);
    var container =
        new ConcurrentMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<String, byte[]>(topic.consumer()), properties);
    container.setBeanName("engine-due");
    container.setCommonErrorHandler(
        new DefaultErrorHandler(
            new FixedBackOff(BETWEEN_TRIES.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
    return container;
  }

  /** Whether this copy has its share of the partitions. */
  boolean isReading() {
    return container.isRunning() && !container.getAssignedPartitions().isEmpty();
  }

  @Override
  public void start() {
    running = true;
    starter = Thread.ofVirtual().name("engine-due-start").start(this::startWhenKafkaIsThere);
  }

  private void startWhenKafkaIsThere() {
    try {
      while (running && !made()) {
        Thread.sleep(BETWEEN_TRIES);
      }
      if (running) {
        container.start();
      }
    } catch (InterruptedException e) {
      log.debug("stopping before Kafka was there");
    }
  }

  private boolean made() throws InterruptedException {
    try {
      topic.make();
      return true;
    } catch (KafkaException e) {
      log.warn("Kafka has no topic for due occurrences yet; tried again", e);
      return false;
    }
  }

  @Override
  public void stop() {
    running = false;
    try {
      if (starter != null) {
        starter.interrupt();
        starter.join();
      }
      container.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
