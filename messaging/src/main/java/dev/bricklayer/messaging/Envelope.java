package dev.bricklayer.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the outside of a message.
 *
 * @param trace the headers of the W3C trace context; empty when nobody traces
 */
record Envelope(
    UUID id,
    String type,
    String source,
    Instant time,
    @Nullable SagaRef saga,
    @Nullable UUID causationId,
    Map<String, String> trace) {}
