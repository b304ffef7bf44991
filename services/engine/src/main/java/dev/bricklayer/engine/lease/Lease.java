package dev.bricklayer.engine.lease;

import java.util.UUID;

/**
 * Leadership of one shard, as long as nobody has a later epoch.
 *
 * @param shard which part of the schedule
 * @param holder the process that leads; a new one at every start
 * @param epoch the fencing token: one more than that of the leader before
 */
public record Lease(int shard, UUID holder, long epoch) {}
