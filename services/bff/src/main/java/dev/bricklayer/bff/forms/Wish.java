package dev.bricklayer.bff.forms;

import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import java.util.Optional;

/**
 * Something that can be done, as far as it is known here.
 *
 * @param deed what
 * @param doubt what should be looked at before it is done; empty when all is certain
 * @param begin does it
 */
public record Wish(Deed deed, Optional<Doubt> doubt, Begin begin) {

  /**
   * Something that the person may not have meant.
   *
   * @param field where they said it
   * @param words how it was understood
   */
  public record Doubt(String field, String words) {}

  /** Begins an operation and waits for its end. */
  @FunctionalInterface
  public interface Begin {

    /**
     * The operation: ended, or still under way when patience has.
     *
     * @param key a repetition under the same key is the same operation
     */
    Operation begin(RequestKey key, Patience patience);
  }
}
