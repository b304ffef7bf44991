package dev.bricklayer.contracts.letter;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.util.UUID;

/**
 * Give this dead letter up.
 *
 * @param service whose it is; others do nothing
 */
@On(Topic.SERVICES_LETTER_COMMANDS)
public record DiscardLetter(UUID letterId, String service) implements Message {

  @Override
  public String key() {
    return letterId.toString();
  }
}
