package dev.bricklayer.engine.lease;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a shard stands at one moment, by the database's clock.
 *
 * @param holder who leads it, or led it last
 * @param free whether whoever asks may take it
 * @param led whether somebody leads it who was heard of lately
 * @param wanted whether another copy asks for it
 * @param uneven whether some of its jobs belong into other shards
 */
public record Standing(
    int shard, @Nullable UUID holder, boolean free, boolean led, boolean wanted, boolean uneven) {}
