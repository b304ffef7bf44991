package dev.bricklayer.engine.ledger;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The ledger's days.
 *
 * @param daysAhead how many days after today have their partition ready
 * @param keepDays how many days before today are kept
 * @param every how often days are made and dropped
 * @param lockTimeout how long that may wait for, and hold up, those who work; it tries again later
 */
@Validated
@ConfigurationProperties("bricklayer.engine.ledger")
record LedgerSettings(
    @Min(1) @DefaultValue("7") int daysAhead,
    @Min(1) @DefaultValue("30") int keepDays,
    @NotNull @DefaultValue("15m") Duration every,
    @NotNull @DefaultValue("100ms") Duration lockTimeout) {}
