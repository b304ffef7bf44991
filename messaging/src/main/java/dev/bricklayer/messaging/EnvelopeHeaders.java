package dev.bricklayer.messaging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The envelope as Kafka headers: CloudEvents 1.0 in binary mode, with the saga's run and the cause
 * as extension attributes and the trace context under the W3C names that every tracer reads.
 */
final class EnvelopeHeaders {

  static final String ID = "ce_id";
  static final String TYPE = "ce_type";
  static final String SAGA = "ce_saga";
  static final String SAGA_ID = "ce_sagaid";

  private static final String SPEC_VERSION = "ce_specversion";
  private static final String SOURCE = "ce_source";
  private static final String TIME = "ce_time";
  private static final String CAUSATION_ID = "ce_causationid";
  private static final String CONTENT_TYPE = "content-type";

  private EnvelopeHeaders() {}

  static Map<String, String> of(Envelope envelope) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(SPEC_VERSION, "1.0");
    headers.put(ID, envelope.id().toString());
    headers.put(TYPE, envelope.type());
    headers.put(SOURCE, envelope.source());
    headers.put(TIME, envelope.time().toString());
    headers.put(CONTENT_TYPE, "application/json");
    if (envelope.saga() != null) {
      headers.put(SAGA, envelope.saga().name());
      headers.put(SAGA_ID, envelope.saga().id().toString());
    }
    if (envelope.causationId() != null) {
      headers.put(CAUSATION_ID, envelope.causationId().toString());
    }
    headers.putAll(envelope.trace());
    return headers;
  }

  /**
   * Reads them back.
   *
   * @throws UnreadableMessageException when one is missing or malformed
   */
  static Envelope read(Map<String, String> headers) {
    try {
      return new Envelope(
          UUID.fromString(required(headers, ID)),
          required(headers, TYPE),
          required(headers, SOURCE),
          Instant.parse(required(headers, TIME)),
          saga(headers),
          uuid(headers.get(CAUSATION_ID)),
          Trace.headersIn(headers));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableMessageException("a header is malformed: " + e.getMessage(), e);
    }
  }

  private static @Nullable SagaRef saga(Map<String, String> headers) {
    String name = headers.get(SAGA);
    return name == null ? null : new SagaRef(name, UUID.fromString(required(headers, SAGA_ID)));
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }

  private static String required(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new UnreadableMessageException("the header " + name + " is missing");
    }
    return value;
  }
}
