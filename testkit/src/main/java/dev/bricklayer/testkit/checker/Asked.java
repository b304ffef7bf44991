package dev.bricklayer.testkit.checker;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wanted a job run beside its schedule.
 *
 * @param plannedAt when; with the job it names the run
 * @param direct whether only they were to see it
 */
public record Asked(UUID job, Instant plannedAt, boolean direct) {}
