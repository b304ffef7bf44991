package dev.bricklayer.engine.publish;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How occurrences are handed over to Kafka.
 *
 * @param partitions how many the topic has that is made; fixed from then on
 * @param mostArmed beyond so many that wait in memory nothing more is claimed
 * @param again how long to wait after Kafka did not take one
 * @param markEvery how often what was published is marked in the ledger
 */
@Validated
@ConfigurationProperties("bricklayer.engine.publish")
record PublishSettings(
    @Min(1) @DefaultValue("12") int partitions,
    @Min(1) @DefaultValue("500000") int mostArmed,
    @NotNull @DefaultValue("500ms") Duration again,
    @NotNull @DefaultValue("100ms") Duration markEvery) {}
