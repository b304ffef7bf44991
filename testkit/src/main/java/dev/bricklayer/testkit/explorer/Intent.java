package dev.bricklayer.testkit.explorer;

import dev.bricklayer.contracts.saga.SagaStep;

/**
 * A committed call without an outcome.
 *
 * @param row the row of the map that is to make it: what follows from its outcome, that row says
 * @param call what is asked of the outside
 */
public record Intent(SagaStep row, Object call) {}
