package dev.bricklayer.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics of the catalogue, and those of this service's dead letters, where missing. */
final class Topics {

  private static final Logger log = LoggerFactory.getLogger(Topics.class);

  private final MessageCatalog catalog;
  private final Set<String> reactedTo;
  private final KafkaClients kafka;
  private final String group;
  private final MessagingSettings settings;

  Topics(
      MessageCatalog catalog,
      Set<String> reactedTo,
      KafkaClients kafka,
      String group,
      MessagingSettings settings) {
    this.catalog = catalog;
    this.reactedTo = reactedTo;
    this.kafka = kafka;
    this.group = group;
    this.settings = settings;
  }

  /** Those that messages are sent to. */
  List<String> names() {
    return catalog.topics().stream().map(MessageCatalog.Topic::name).toList();
  }

  /**
   * Makes what is missing. Topics that are there stay as they are: another number of partitions
   * would give keys other partitions.
   *
   * @throws KafkaException when Kafka is away or refuses
   */
  void make() throws InterruptedException {
    try (Admin admin = kafka.admin()) {
      Set<String> there = answer(admin.listTopics().names());
      for (NewTopic topic : wanted()) {
        if (!there.contains(topic.name())) {
          make(admin, topic);
        }
      }
      checkPartitions(answer(admin.describeTopics(namesAmong(there)).allTopicNames()));
    }
  }

  private void make(Admin admin, NewTopic topic) throws InterruptedException {
    try {
      answer(admin.createTopics(List.of(topic)).all());
      log.info("Made topic {} with {} partitions", topic.name(), topic.numPartitions());
    } catch (TopicExistsException anotherServiceWasFaster) {
      log.debug("{} is there already", topic.name());
    }
  }

  private List<String> namesAmong(Set<String> there) {
    return wanted().stream().map(NewTopic::name).filter(there::contains).toList();
  }

  private List<NewTopic> wanted() {
    List<NewTopic> wanted = new ArrayList<>();
    for (MessageCatalog.Topic topic : catalog.topics()) {
      wanted.add(topic(topic.name()).configs(keeping(topic)));
    }
    for (String topic : reactedTo) {
      wanted.add(
          topic(KeptDeadLetters.topicFor(topic, group))
              .configs(deletedAfter(settings.deadLetterRetention().toMillis())));
    }
    return wanted;
  }

  private NewTopic topic(String name) {
    Optional<Short> replication =
        settings.replication() < 0 ? Optional.empty() : Optional.of(settings.replication());
    return new NewTopic(name, Optional.of(settings.partitions()), replication);
  }

  private Map<String, String> keeping(MessageCatalog.Topic topic) {
    return topic.compacted()
        ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
        : deletedAfter(settings.topicRetention().toMillis());
  }

  private static Map<String, String> deletedAfter(long millis) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        String.valueOf(millis));
  }

  private void checkPartitions(Map<String, TopicDescription> there) {
    there.forEach(
        (name, topic) -> {
          if (topic.partitions().size() != settings.partitions()) {
            log.warn(
                "{} has {} partitions where the settings say {}; it stays as it is, because more"
                    + " partitions would break the order of its keys",
                name,
                topic.partitions().size(),
                settings.partitions());
          }
        });
  }

  /** The answer, or the failure that Kafka means. */
  static <T> T answer(KafkaFuture<T> asked) throws InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException failure) {
        throw failure;
      }
      throw new KafkaException("Kafka's administration failed", e);
    }
  }
}
