package dev.bricklayer.engine.run;

import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.state.RunState;
import java.time.Instant;

/** An occurrence that is final, as the others hear of it. */
public record FinishedRun(JobId job, Instant plannedAt, RunState.Outcome outcome) {}
