package dev.bricklayer.contracts.letter;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.util.UUID;

/**
 * Handle this dead letter's message again, as if it had just come.
 *
 * @param service whose it is; others do nothing
 * @param requestId by which the answer is known
 */
@On(Topic.SERVICES_LETTER_COMMANDS)
public record RetryLetter(UUID letterId, String service, UUID requestId) implements Message {

  @Override
  public String key() {
    return letterId.toString();
  }
}
