package dev.bricklayer.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The service's member of its group. One consumer reads all topics that something is reacted to:
 * one connection and one poll for all of them, and the more there is to do the more a poll brings.
 *
 * <p>Offsets are committed a few times a second, after the transactions, and waited for: a commit
 * that falls into a rebalance is then made again after it. Sent off without waiting it would be
 * lost, and a partition on which nothing more comes would seem to be stuck; waited for after every
 * poll it would hold up the next one under load. What was not committed comes again, and the inbox
 * knows it.
 */
final class ReactionConsumer {

  private static final Logger log = LoggerFactory.getLogger(ReactionConsumer.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration BETWEEN_COMMITS = Duration.ofMillis(200);

  /** An idle consumer looks this often whether there is something to commit. */
  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  private static final Duration LONGEST_COMMIT = Duration.ofSeconds(5);
  private static final Duration AUTHORIZATION_WAIT = Duration.ofSeconds(10);

  private final ReactionListener listener;
  private final Readiness readiness;
  private final @Nullable KafkaMessageListenerContainer<byte[], byte[]> container;

  ReactionConsumer(
      KafkaClients kafka,
      Set<String> topics,
      ReactionListener listener,
      Readiness readiness,
      MessagingSettings settings) {
    this.listener = listener;
    this.readiness = readiness;
    container = topics.isEmpty() ? null : container(kafka, topics, listener, readiness, settings);
  }

  private static KafkaMessageListenerContainer<byte[], byte[]> container(
      KafkaClients kafka,
      Set<String> topics,
      ReactionListener listener,
      Readiness readiness,
      MessagingSettings settings) {
    ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
    properties.setMessageListener(listener);
    properties.setAckMode(ContainerProperties.AckMode.TIME);
    properties.setAckTime(BETWEEN_COMMITS.toMillis());
    properties.setPollTimeout(LONGEST_POLL.toMillis());
    properties.setSyncCommits(true);
    properties.setSyncCommitTimeout(LONGEST_COMMIT);
    properties.setIdleBetweenPolls(settings.gathering().toMillis());
    properties.setShutdownTimeout(settings.shutdown().toMillis());
    properties.setAuthExceptionRetryInterval(AUTHORIZATION_WAIT);
    properties.setConsumerRebalanceListener(new Assignments(readiness));
    KafkaMessageListenerContainer<byte[], byte[]> container =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(
                kafka.groupConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            properties);
    container.setBeanName("reactions");
    container.setCommonErrorHandler(waiting());
    return container;
  }

  /**
   * Comes again from the first record that is not handled, as often as it takes. Between the tries
   * the consumer polls, so that it is not taken for dead.
   */
  private static CommonErrorHandler waiting() {
    ExponentialBackOff backOff = new ExponentialBackOff(FIRST_WAIT.toMillis(), 2);
    backOff.setMaxInterval(LONGEST_WAIT.toMillis());
    DefaultErrorHandler handler =
        new DefaultErrorHandler(
            (message, failure) -> {
              throw new IllegalStateException("a message that waits is never given up", failure);
            },
            backOff);
    handler.setClassifications(Map.of(), true);
    handler.setLogLevel(KafkaException.Level.DEBUG);
    handler.setRetryListeners(new Complaint());
    return handler;
  }

  /** Says that messages wait, at the first try and then now and again. */
  private static final class Complaint implements RetryListener {

    private static final int EVERY = 10;

    @Override
    public void failedDelivery(
        ConsumerRecord<?, ?> message, @Nullable Exception failure, int attempt) {
      if (attempt % EVERY == 1) {
        log.warn(
            "{}-{}@{} and what follows wait, after try {}",
            message.topic(),
            message.partition(),
            message.offset(),
            attempt,
            failure);
      }
    }
  }

  private record Assignments(Readiness readiness) implements ConsumerAwareRebalanceListener {

    @Override
    public void onPartitionsAssigned(
        Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
      log.info("{} partitions more are read here", partitions.size());
      readiness.partitionsAssigned();
    }
  }

  void start() {
    if (container == null) {
      readiness.partitionsAssigned();
    } else {
      listener.prepare();
      container.start();
    }
  }

  /** Starts it again after something that the container takes for final. */
  void keepRunning() {
    if (container != null && !container.isInExpectedState()) {
      log.warn("The consumer has stopped by itself and is started again");
      container.stop();
      container.start();
    }
  }

  /** Lets the batch that is being handled end. */
  void stop() {
    if (container != null) {
      container.stop();
    }
  }
}
