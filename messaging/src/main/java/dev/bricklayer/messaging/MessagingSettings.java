package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code bricklayer.messaging}.
 *
 * @param group the service's name: its consumer group and the source of its messages; {@code
 *     spring.application.name} when absent
 * @param bootstrapServers Kafka's addresses, separated by commas; those of {@code bricklayer.kafka}
 *     when absent
 * @param partitions how many a topic has that is made; fixed from then on
 * @param replication how many copies a topic has that is made; the broker's default when -1
 * @param topicRetention how long a topic that is not compacted keeps a record
 * @param deadLetterRetention how long dead letters are kept, in Kafka and in the table
 * @param inboxRetention how long a message id is remembered; longer than a record can come again
 * @param outboxRetention how long a sent message stays in the outbox
 * @param queueSize messages of committed transactions that wait in memory for Kafka
 * @param gathering how long the consumer lets messages gather between two polls: what waits for
 *     nobody then costs fewer transactions; nothing by default
 * @param reactions messages that are reacted to at once, each on a database connection
 * @param calls calls to the outside that are made at once; beside them, as many foreseen looks
 * @param callLease after this long without a sign of life of the copy that makes a call, another
 *     copy makes it
 * @param callPoll how often due calls are looked for
 * @param outboxPoll how often messages are looked for that another copy did not send
 * @param orphanAge the age from which a message counts as not sent by the copy that wrote it
 * @param sessionTimeout after this long without a sign of life of a copy, its partitions go to the
 *     others
 * @param sampling how often lag and backlog are measured
 * @param stuckAfter a partition that has records and moved no further for this long is warned about
 * @param housekeeping how often what is old is forgotten
 * @param shutdown what running work is given when the service stops
 * @param kafka further settings for all Kafka clients, such as {@code security.protocol}
 */
@ConfigurationProperties("bricklayer.messaging")
record MessagingSettings(
    @Nullable String group,
    @Nullable String bootstrapServers,
    @DefaultValue("12") int partitions,
    @DefaultValue("-1") short replication,
    @DefaultValue("7d") Duration topicRetention,
    @DefaultValue("14d") Duration deadLetterRetention,
    @DefaultValue("30d") Duration inboxRetention,
    @DefaultValue("1d") Duration outboxRetention,
    @DefaultValue("10000") int queueSize,
    @DefaultValue("0") Duration gathering,
    @DefaultValue("8") int reactions,
    @DefaultValue("32") int calls,
    @DefaultValue("15s") Duration callLease,
    @DefaultValue("500ms") Duration callPoll,
    @DefaultValue("5s") Duration outboxPoll,
    @DefaultValue("10s") Duration orphanAge,
    @DefaultValue("8s") Duration sessionTimeout,
    @DefaultValue("10s") Duration sampling,
    @DefaultValue("30s") Duration stuckAfter,
    @DefaultValue("10m") Duration housekeeping,
    @DefaultValue("5s") Duration shutdown,
    @DefaultValue Map<String, String> kafka) {

  MessagingSettings {
    require(partitions > 0, "partitions must be positive");
    require(queueSize > 0, "queue-size must be positive");
    require(reactions > 0, "reactions must be positive");
    require(calls > 0, "calls must be positive");
    require(
        inboxRetention.compareTo(topicRetention.plus(deadLetterRetention)) > 0,
        "inbox-retention must be longer than topic-retention and dead-letter-retention together:"
            + " a message that was forgotten and comes again is done again");
    kafka = Map.copyOf(kafka);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("bricklayer.messaging: " + otherwise);
    }
  }
}
