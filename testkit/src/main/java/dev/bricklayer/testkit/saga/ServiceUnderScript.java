package dev.bricklayer.testkit.saga;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.Topic;
import dev.bricklayer.contracts.saga.SagaMap;
import dev.bricklayer.contracts.saga.Service;
import dev.bricklayer.embedded.DatabaseAccess;
import dev.bricklayer.testkit.saga.Wire.Heard;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/**
 * A running service as a saga script sees it: records go in, records come out, and its database
 * says when it is through with a message. That is how a script knows that nothing else will come
 * without waiting for it.
 */
public final class ServiceUnderScript implements AutoCloseable {

  /** Generous: a loaded machine is slow, and whoever waits in vain has found something. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Whether a call to the outside is still owed for this message. */
  private static final String CALL_OPEN =
      "select exists (select from messaging.intent where message_id = ?)";

  private static final String ANY_CALL_OPEN = "select exists (select from messaging.intent)";

  /** How many messages this message has led to so far. */
  private static final String ANSWERS =
      "select count(*) from messaging.outbox_message"
          + " where cast(headers as jsonb) ->> 'ce_causationid' = ?";

  private final String group;
  private final DatabaseAccess database;
  private final KafkaProducer<String, byte[]> producer;
  private final Admin admin;
  private final Listener listener;

  private ServiceUnderScript(Service service, String bootstrapServers, DatabaseAccess database) {
    this.group = service.name().toLowerCase(Locale.ROOT);
    this.database = database;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.LINGER_MS_CONFIG,
                "0"),
            new StringSerializer(),
            new ByteArraySerializer());
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.listener = new Listener(bootstrapServers, topicsOf(service));
  }

  /**
   * A service that is up, with its topics there.
   *
   * @param service which; its consumer group is called after it
   */
  public static ServiceUnderScript of(
      Service service, String bootstrapServers, DatabaseAccess database) {
    return new ServiceUnderScript(service, bootstrapServers, database);
  }

  /** A new run of a saga. */
  public SagaScript run(SagaMap saga) {
    return new SagaScript(this, saga.name(), new SagaId(UUID.randomUUID()));
  }

  /** A run that something else has begun. */
  public SagaScript continuing(SagaMap saga, SagaId run) {
    return new SagaScript(this, saga.name(), run);
  }

  /** Waits until no call to the outside is owed for any message. */
  public void awaitNoCallOpen() {
    Awaitility.await("that " + group + " has made all its calls")
        .atMost(PATIENCE)
        .until(() -> ask(ANY_CALL_OPEN, row -> !row.getBoolean(1)));
  }

  /** How many rows name any of these, by table; tables without one are left out. */
  public Map<String, Long> rowsNaming(Object... ids) {
    return Rows.naming(database, List.of(ids));
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    listener.close();
  }

  Delivery send(UUID messageId, String saga, SagaId sagaId, Message message) {
    ProducerRecord<String, byte[]> record = Wire.record(messageId, saga, sagaId, message);
    try {
      RecordMetadata at = producer.send(record).get();
      return new Delivery(messageId, new TopicPartition(at.topic(), at.partition()), at.offset());
    } catch (ExecutionException e) {
      throw new AssertionError("Kafka did not take " + message, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while sending", e);
    }
  }

  /** The consumer has said that it is done with this record. */
  void awaitHeard(Delivery delivery) {
    Awaitility.await("that " + group + " is done with the record")
        .atMost(PATIENCE)
        .until(() -> committed(delivery.partition()) > delivery.offset());
  }

  /** No call to the outside is owed any more, so all answers stand in the outbox. */
  void awaitSettled(UUID messageId) {
    Awaitility.await("that " + group + " has made its calls")
        .atMost(PATIENCE)
        .until(() -> !callOpen(messageId));
  }

  boolean callOpen(UUID messageId) {
    return ask(CALL_OPEN, row -> row.getBoolean(1), messageId);
  }

  /** Everything that the message has led to, as Kafka has it. */
  List<Heard> answersTo(UUID messageId) {
    long answers = ask(ANSWERS, row -> row.getLong(1), messageId.toString());
    return Awaitility.await(answers + " answers in Kafka")
        .atMost(PATIENCE)
        .until(() -> listener.causedBy(messageId.toString()), heard -> heard.size() >= answers);
  }

  private long committed(TopicPartition partition) throws ExecutionException, InterruptedException {
    OffsetAndMetadata offset =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().get(partition);
    return offset == null ? 0 : offset.offset();
  }

  private <T> T ask(String question, Answer<T> answer, Object... parameters) {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        PreparedStatement statement = connection.prepareStatement(question)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return answer.read(row);
      }
    } catch (SQLException e) {
      throw new AssertionError("the service's database did not answer: " + question, e);
    }
  }

  /** A service speaks on the topics that bear its name. */
  private static Set<String> topicsOf(Service service) {
    String owner = service.name().toLowerCase(Locale.ROOT) + ".";
    return Arrays.stream(Topic.values())
        .map(Topic::wireName)
        .filter(topic -> topic.startsWith(owner))
        .collect(Collectors.toSet());
  }

  /**
   * A record that Kafka took.
   *
   * @param messageId of the message in it
   */
  record Delivery(UUID messageId, TopicPartition partition, long offset) {}

  private interface Answer<T> {
    T read(ResultSet row) throws SQLException;
  }
}
