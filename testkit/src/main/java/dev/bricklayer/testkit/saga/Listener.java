package dev.bricklayer.testkit.saga;

import dev.bricklayer.testkit.TopicContents;
import dev.bricklayer.testkit.saga.Wire.Heard;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.awaitility.Awaitility;

/** Hears everything that is said on some topics, from their beginning on. */
final class Listener implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  Listener(String bootstrapServers, Collection<String> topics) {
    this.consumer = TopicContents.consumer(bootstrapServers);
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> partitionsOf(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Thread.ofPlatform().daemon().name("saga-script-listener").start(this::listen);
  }

  /** A service that has just been started may still be making its topics. */
  private List<PartitionInfo> partitionsOf(String topic) {
    return Awaitility.await("the topic " + topic)
        .atMost(Duration.ofSeconds(60))
        .until(() -> consumer.partitionsFor(topic), partitions -> !partitions.isEmpty());
  }

  /** What this message led to, in the order in which it was heard. */
  List<Heard> causedBy(String messageId) {
    return heard.stream().filter(one -> messageId.equals(one.causationId())).toList();
  }

  private void listen() {
    try {
      while (true) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> heard.add(Wire.heard(record)));
      }
    } catch (WakeupException closing) {
      consumer.close();
    }
  }

  /** Its thread closes the consumer, which belongs to no other. */
  @Override
  public void close() {
    consumer.wakeup();
  }
}
