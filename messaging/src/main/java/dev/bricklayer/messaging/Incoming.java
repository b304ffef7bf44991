package dev.bricklayer.messaging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as it came, before anybody has looked at what it says. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Incoming(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    Map<String, String> headers,
    byte @Nullable [] payload) {

  static Incoming of(ConsumerRecord<byte[], byte[]> from) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : from.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return new Incoming(
        from.topic(),
        from.partition(),
        from.offset(),
        from.key() == null ? null : new String(from.key(), StandardCharsets.UTF_8),
        headers,
        from.value());
  }

  /** The type it says it is, for counters and people. */
  String claimedType() {
    return headers.getOrDefault(EnvelopeHeaders.TYPE, "none");
  }

  @Override
  public String toString() {
    return "%s-%d@%d".formatted(topic, partition, offset);
  }
}
