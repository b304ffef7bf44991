package dev.bricklayer.storage.changejob;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one bot may have.
 *
 * @param jobs the most jobs one bot may have, those being added included
 */
@Validated
@ConfigurationProperties("bricklayer.quota")
record JobQuota(@DefaultValue("50") @Min(1) int jobs) {}
