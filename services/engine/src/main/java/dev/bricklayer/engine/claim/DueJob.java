package dev.bricklayer.engine.claim;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import java.time.Instant;

/**
 * A job that falls due within the horizon.
 *
 * @param rule as the schedule's row holds it
 * @param fireAt the first of its instants that nobody claimed
 * @param now the database's time
 */
record DueJob(JobId jobId, BotId botId, String rule, Instant fireAt, Instant now) {}
