package dev.bricklayer.bff.schedules;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this installation takes as a schedule.
 *
 * @param smallestInterval the smallest distance between two runs
 * @param defaultTimeZone for those who name none and whose account has none; without it they are
 *     asked
 */
@ConfigurationProperties("bricklayer.schedule")
record ScheduleSettings(
    @DefaultValue("1m") Duration smallestInterval, @Nullable ZoneId defaultTimeZone) {}
