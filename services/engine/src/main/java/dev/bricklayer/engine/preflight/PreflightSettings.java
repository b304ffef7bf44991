package dev.bricklayer.engine.preflight;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often it is looked whether jobs could be delivered.
 *
 * @param age how old the last look at a job may grow
 * @param againAfter when a job is looked at again that Mattermost gave no answer about
 * @param every how often the oldest looks are renewed
 * @param atOnce how many jobs each copy looks at each time, at most; so many calls it costs
 *     Mattermost, threefold
 */
@Validated
@ConfigurationProperties("bricklayer.engine.preflight")
record PreflightSettings(
    @NotNull @DefaultValue("1d") Duration age,
    @NotNull @DefaultValue("1h") Duration againAfter,
    @NotNull @DefaultValue("1m") Duration every,
    @Min(1) @DefaultValue("100") int atOnce) {}
