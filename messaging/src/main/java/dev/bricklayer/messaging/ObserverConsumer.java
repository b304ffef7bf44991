package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads for the observers: every partition, from the end, in no group. When its consumer breaks it
 * goes on where it was.
 */
final class ObserverConsumer {

  private static final Logger log = LoggerFactory.getLogger(ObserverConsumer.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration POSITIONING = Duration.ofSeconds(10);

  private final MessageCatalog catalog;
  private final Map<String, List<Observer<?>>> byType;
  private final KafkaClients kafka;
  private final MessageReader reader;
  private final Trace trace;
  private final MessagingMetrics metrics;
  private final Readiness readiness;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private volatile boolean stopping;
  private @Nullable Loop loop;

  ObserverConsumer(
      MessageCatalog catalog,
      Collection<Observer<?>> observers,
      KafkaClients kafka,
      MessageReader reader,
      Trace trace,
      MessagingMetrics metrics,
      Readiness readiness) {
    this.catalog = catalog;
    this.byType =
        observers.stream()
            .collect(Collectors.groupingBy(observer -> catalog.typeOf(observer.listensTo())));
    this.kafka = kafka;
    this.reader = reader;
    this.trace = trace;
    this.metrics = metrics;
    this.readiness = readiness;
  }

  void start() {
    if (byType.isEmpty()) {
      readiness.observersPositioned();
    } else {
      reader.prepareFor(types());
      loop = Loop.startOnPlatformThread("observers", this::readUntilBroken);
    }
  }

  private Set<Class<?>> types() {
    return byType.values().stream()
        .flatMap(List::stream)
        .<Class<?>>map(Observer::listensTo)
        .collect(Collectors.toSet());
  }

  private boolean readUntilBroken() {
    try (KafkaConsumer<byte[], byte[]> consumer = kafka.observer()) {
      position(consumer);
      readiness.observersPositioned();
      while (!stopping) {
        observe(consumer.poll(POLL));
      }
      return false;
    } catch (InterruptException e) {
      return false;
    }
  }

  /** Asks for each position, because to seek the end alone asks nobody. */
  private void position(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      Long known = positions.get(partition);
      if (known == null) {
        consumer.seekToEnd(Set.of(partition));
      } else {
        consumer.seek(partition, known);
      }
    }
    for (TopicPartition partition : partitions) {
      positions.put(partition, consumer.position(partition, POSITIONING));
    }
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> all = new ArrayList<>();
    for (String topic : topics()) {
      List<TopicPartition> found =
          consumer.partitionsFor(topic, POSITIONING).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (found.isEmpty()) {
        throw new KafkaException(topic + " is not there yet");
      }
      all.addAll(found);
    }
    return all;
  }

  private Set<String> topics() {
    return byType.values().stream()
        .flatMap(List::stream)
        .map(observer -> catalog.topicOf(observer.listensTo()).name())
        .collect(Collectors.toSet());
  }

  private void observe(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> found : records) {
      Incoming incoming = Incoming.of(found);
      byType
          .getOrDefault(incoming.claimedType(), List.of())
          .forEach(observer -> tell(observer, incoming));
      positions.put(new TopicPartition(found.topic(), found.partition()), found.offset() + 1);
    }
  }

  /** What fails here fails for this observer and message only: a reaction makes up for it. */
  private <M> void tell(Observer<M> observer, Incoming incoming) {
    try {
      Received<M> message = reader.read(incoming, observer.listensTo());
      trace.continuing(
          Trace.headersIn(incoming.headers()),
          observer.getClass().getSimpleName(),
          () -> {
            observer.observe(message);
            return message;
          });
    } catch (RuntimeException e) {
      metrics.observerFailed(incoming.claimedType());
      log.warn("{} could not observe {}", observer.getClass().getSimpleName(), incoming, e);
    }
  }

  void stop() {
    stopping = true;
    if (loop != null) {
      loop.finish(POLL.multipliedBy(3));
    }
  }
}
