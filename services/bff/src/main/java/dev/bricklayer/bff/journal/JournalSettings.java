package dev.bricklayer.bff.journal;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How far back the runs of jobs are shown.
 *
 * @param entries how many of each job, at most
 * @param keep how long, at most
 */
@Validated
@ConfigurationProperties("bricklayer.journal")
record JournalSettings(
    @Min(1) @DefaultValue("100") int entries, @NotNull @DefaultValue("30d") Duration keep) {}
