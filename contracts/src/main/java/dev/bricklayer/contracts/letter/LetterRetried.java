package dev.bricklayer.contracts.letter;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a retry.
 *
 * @param requestId of the {@link RetryLetter}
 * @param error why it failed again; absent when it is handled, or had been
 */
@On(Topic.SERVICES_LETTER_EVENTS)
public record LetterRetried(UUID letterId, UUID requestId, @Nullable String error)
    implements Message {

  @Override
  public String key() {
    return letterId.toString();
  }
}
