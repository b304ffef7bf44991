package dev.bricklayer.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be handled. Its body is not shown here; it stands in the topic {@code
 * <topic>.<group>.dlt}.
 *
 * @param id of the letter, not of the message
 * @param type what the message says it is; {@code none} when it says nothing
 * @param error why it could not be handled, at the last try
 * @param failedAt when it failed first, by the database's clock
 */
public record DeadLetter(
    UUID id,
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    String type,
    String error,
    Instant failedAt) {}
