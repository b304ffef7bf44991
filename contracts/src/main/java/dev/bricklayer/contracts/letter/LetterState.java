package dev.bricklayer.contracts.letter;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.On;
import dev.bricklayer.contracts.Topic;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter of a service as it is now. Once it is gone it does not come back.
 *
 * @param service whose: only it can handle the message again
 * @param kept absent when it is handled, discarded or forgotten
 */
@On(Topic.SERVICES_LETTER_STATE)
public record LetterState(UUID letterId, String service, @Nullable Kept kept) implements Message {

  /**
   * What is known of a message that could not be handled; its body stays where it is.
   *
   * @param key under which it came; absent when it came under none
   * @param type what it says it is
   * @param error at the last try
   * @param failedAt when it failed first, by that service's database
   */
  public record Kept(
      String topic,
      int partition,
      long offset,
      @Nullable String key,
      String type,
      String error,
      Instant failedAt) {}

  @Override
  public String key() {
    return letterId.toString();
  }
}
