package dev.bricklayer.messaging;

import dev.bricklayer.messaging.StuckPartitions.Progress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how far the group is behind and warns of partitions that stand still. It asks the broker
 * for the whole group, not the consumer for itself: one that hangs cannot hide it.
 */
final class LagWatch {

  private static final Logger log = LoggerFactory.getLogger(LagWatch.class);

  private final String group;
  private final Set<String> topics;
  private final KafkaClients kafka;
  private final StuckPartitions stuck;
  private final MessagingMetrics metrics;
  private final Duration pause;
  private final InstantSource clock;
  private @Nullable Admin admin;
  private @Nullable Loop loop;

  LagWatch(
      String group,
      Set<String> topics,
      KafkaClients kafka,
      StuckPartitions stuck,
      MessagingMetrics metrics,
      Duration pause,
      InstantSource clock) {
    this.group = group;
    this.topics = topics;
    this.kafka = kafka;
    this.stuck = stuck;
    this.metrics = metrics;
    this.pause = pause;
    this.clock = clock;
  }

  /** Begins; the topics are there. */
  void start() {
    if (!topics.isEmpty()) {
      Admin made = kafka.admin();
      admin = made;
      loop =
          Loop.start(
              "messaging-lag",
              () -> {
                Thread.sleep(pause);
                look(made);
                return true;
              });
    }
  }

  private void look(Admin asked) throws InterruptedException {
    Map<TopicPartition, Progress> now = progress(asked);
    metrics.lagIs(
        now.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getKey().topic(),
                    Collectors.summingLong(entry -> entry.getValue().lag()))));
    for (TopicPartition partition : stuck.look(now, clock.instant())) {
      log.warn(
          "{} has {} records for {} and has not moved: look for a consumer that hangs, or for a"
              + " message that waits",
          partition,
          now.getOrDefault(partition, new Progress(0, 0)).lag(),
          group);
    }
  }

  private Map<TopicPartition, Progress> progress(Admin asked) throws InterruptedException {
    List<TopicPartition> partitions =
        Topics.answer(asked.describeTopics(topics).allTopicNames()).values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .toList();
    Map<TopicPartition, OffsetAndMetadata> committed =
        Topics.answer(asked.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group));
    Map<TopicPartition, ListOffsetsResultInfo> begins =
        offsets(asked, partitions, OffsetSpec.earliest());
    Map<TopicPartition, Progress> progress = new HashMap<>();
    offsets(asked, partitions, OffsetSpec.latest())
        .forEach(
            (partition, end) -> {
              OffsetAndMetadata reached = committed.get(partition);
              long from =
                  reached == null ? begins.getOrDefault(partition, end).offset() : reached.offset();
              progress.put(partition, new Progress(from, end.offset()));
            });
    return progress;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin asked, List<TopicPartition> partitions, OffsetSpec which) throws InterruptedException {
    return Topics.answer(
        asked
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which)))
            .all());
  }

  void stop() {
    if (loop != null) {
      loop.stop(Duration.ofSeconds(1));
    }
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
    }
  }
}
