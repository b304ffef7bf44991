package dev.bricklayer.engine.claim;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How due jobs are claimed.
 *
 * @param horizon what falls due within it is claimed
 * @param batch how many jobs in one transaction at most: it begins with fewer and takes more while
 *     that is quick; beyond 5,000 larger batches gain nothing
 * @param lateAfter an instant that was not claimed this long after it came is missed
 * @param longestRun how many missed instants of one job are taken together; more take several
 *     transactions, so that a job with a long past holds up nobody
 */
@Validated
@ConfigurationProperties("bricklayer.engine.claim")
record ClaimSettings(
    @NotNull @DefaultValue("12s") Duration horizon,
    @Min(1) @Max(20_000) @DefaultValue("5000") int batch,
    @NotNull @DefaultValue("60s") Duration lateAfter,
    @Min(2) @DefaultValue("2000") int longestRun) {}
