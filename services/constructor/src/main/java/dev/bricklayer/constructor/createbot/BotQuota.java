package dev.bricklayer.constructor.createbot;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one person may have.
 *
 * @param bots the most bots one person may own, those being created included
 */
@Validated
@ConfigurationProperties("bricklayer.quota")
public record BotQuota(@DefaultValue("20") @Min(1) int bots) {}
