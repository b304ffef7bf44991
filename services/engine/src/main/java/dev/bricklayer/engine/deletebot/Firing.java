package dev.bricklayer.engine.deletebot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;

/** Whether a bot fires, as far as its deletion is concerned. */
public sealed interface Firing {

  /** It may: nobody has said anything else. */
  record Allowed(BotId botId) implements Firing {}

  /**
   * Nothing is begun any more, but something is still being sent.
   *
   * @param saga the run that waits for the end of it
   */
  record Ending(BotId botId, SagaId saga) implements Firing {}

  /** The tombstone: nothing fires, whatever arrives later. */
  record Ended(BotId botId, SagaId saga) implements Firing {}
}
