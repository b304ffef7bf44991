package dev.bricklayer.bff.operation;

import dev.bricklayer.bff.bots.Shown;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.problems.ProblemBody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation as REST shows it.
 *
 * @param beingUndone only while it is asked to end before it was done
 * @param problem why it was undone: what the call itself would have answered
 * @param result what it made or changed: what the call itself would have answered; a job where it
 *     is about a job, else a bot
 */
public record OperationView(
    SagaId id,
    String saga,
    String status,
    Instant startedAt,
    Instant deadline,
    @Nullable Boolean beingUndone,
    @Nullable ProblemBody problem,
    @Nullable Shown result) {}
