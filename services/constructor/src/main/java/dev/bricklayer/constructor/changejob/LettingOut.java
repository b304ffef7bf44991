package dev.bricklayer.constructor.changejob;

import dev.bricklayer.contracts.SagaId;

/**
 * The call as the intent's row keeps it.
 *
 * @param saga on whose behalf
 */
record LettingOut(SagaId saga, LetOut call) {}
