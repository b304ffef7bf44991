package dev.bricklayer.testkit.saga;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Messages;
import dev.bricklayer.contracts.SagaId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages as records, written down a second time and on purpose: a service whose wire format
 * changed by accident is not understood here any more.
 */
final class Wire {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, Class<? extends Message>> CLASSES =
      Messages.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, message -> message));

  private Wire() {}

  static ProducerRecord<String, byte[]> record(
      UUID messageId, String saga, SagaId sagaId, Message message) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Messages.topicOf(message.getClass()).wireName(),
            message.key(),
            JSON.writeValueAsBytes(message));
    put(record, "ce_specversion", "1.0");
    put(record, "ce_id", messageId.toString());
    put(record, "ce_type", message.getClass().getSimpleName());
    put(record, "ce_source", "saga-script");
    put(record, "ce_time", Instant.now().toString());
    put(record, "ce_saga", saga);
    put(record, "ce_sagaid", sagaId.toString());
    put(record, "content-type", "application/json");
    return record;
  }

  static Heard heard(ConsumerRecord<String, byte[]> record) {
    String type = required(record, "ce_type");
    Class<? extends Message> known = CLASSES.get(type);
    if (known == null) {
      throw new AssertionError(record.topic() + " carries a message called " + type);
    }
    return new Heard(
        header(record, "ce_causationid"),
        header(record, "ce_sagaid"),
        record.key(),
        JSON.readValue(record.value(), known));
  }

  /** A UUID of version 7, as every sender makes them: the inbox keeps its days by it. */
  static UUID newMessageId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long time = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(time, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
  }

  private static void put(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String required(ConsumerRecord<String, byte[]> record, String name) {
    String value = header(record, name);
    if (value == null) {
      throw new AssertionError(record.topic() + " carries a record without " + name);
    }
    return value;
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** A message that a service said. */
  record Heard(
      @Nullable String causationId, @Nullable String sagaId, String key, Message message) {}
}
