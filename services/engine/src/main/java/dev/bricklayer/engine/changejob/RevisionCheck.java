package dev.bricklayer.engine.changejob;

import dev.bricklayer.contracts.SagaId;

/**
 * The call as the intent's row keeps it.
 *
 * @param saga on whose behalf
 */
record RevisionCheck(SagaId saga, CheckRevision call) {}
