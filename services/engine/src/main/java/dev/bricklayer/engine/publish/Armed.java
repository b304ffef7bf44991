package dev.bricklayer.engine.publish;

import dev.bricklayer.engine.ledger.Occurrence;
import java.time.Instant;

/**
 * An occurrence in memory, waiting for its moment.
 *
 * @param shard whose leader armed it
 * @param at when it may leave, by the database's clock
 * @param fresh whether this is its first way out: only then does its lateness say how the engine
 *     keeps time
 */
record Armed(int shard, Occurrence occurrence, Instant at, boolean fresh) {}
