package dev.bricklayer.engine.publish;

import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Instant;

/**
 * An occurrence in memory, waiting for its moment.
 *
 * @param shard whose leader armed it
 * @param message what Kafka gets, written when there is time: at the instant there is none
 * @param at when it may leave, by the database's clock
 * @param fresh whether this is its first way out: only then does its lateness say how the engine
 *     keeps time
 */
record Armed(int shard, Occurrence occurrence, String message, Instant at, boolean fresh) {

  /** The same, later, and no longer fresh. */
  Armed again(Instant later) {
    return new Armed(shard, occurrence, message, later, false);
  }
}
