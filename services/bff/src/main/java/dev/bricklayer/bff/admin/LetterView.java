package dev.bricklayer.bff.admin;

import dev.bricklayer.contracts.letter.LetterState.Kept;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as REST shows it.
 *
 * @param service which could not handle the message
 */
record LetterView(
    UUID id,
    String service,
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    String type,
    String error,
    Instant failedAt) {

  static LetterView of(UUID id, String service, Kept kept) {
    return new LetterView(
        id,
        service,
        kept.topic(),
        kept.partition(),
        kept.offset(),
        kept.key(),
        kept.type(),
        kept.error(),
        kept.failedAt());
  }
}
