package dev.bricklayer.messaging;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in the outbox.
 *
 * @param id its place: within a key, what was put in earlier has the lower one
 * @param key Kafka's key; absent only where a dead letter had none
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record OutboxMessage(
    long id,
    UUID messageId,
    String topic,
    @Nullable String key,
    Map<String, String> headers,
    byte @Nullable [] payload) {

  /** Not in the table yet: without a place. */
  static OutboxMessage unplaced(
      UUID messageId,
      String topic,
      @Nullable String key,
      Map<String, String> headers,
      byte @Nullable [] payload) {
    return new OutboxMessage(0, messageId, topic, key, headers, payload);
  }

  OutboxMessage at(long place) {
    return new OutboxMessage(place, messageId, topic, key, headers, payload);
  }

  /** What has one order. */
  LaneKey lane() {
    return new LaneKey(topic, key);
  }

  /** Order holds within one topic and one key. */
  record LaneKey(String topic, @Nullable String key) {}
}
