package dev.bricklayer.engine.lease;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long leadership lasts without a sign of life, and how many can lead.
 *
 * @param duration a leader that was not heard of for this long is replaced
 * @param look how often a copy that does not lead looks whether it could, and how often a leader
 *     looks for what is due
 * @param idleInTransaction after it PostgreSQL ends a leader's connection that stands still inside
 *     a transaction, so that a frozen leader holds no locks
 * @param shards over how many shards the jobs are spread, the same in every copy: each has a leader
 *     of its own, and a copy may lead several. Another number moves jobs while they go on firing
 */
@Validated
@ConfigurationProperties("bricklayer.engine.lease")
public record LeaseSettings(
    @NotNull @DefaultValue("2s") Duration duration,
    @NotNull @DefaultValue("250ms") Duration look,
    @NotNull @DefaultValue("1s") Duration idleInTransaction,
    @Min(1) @Max(64) @DefaultValue("1") int shards) {}
