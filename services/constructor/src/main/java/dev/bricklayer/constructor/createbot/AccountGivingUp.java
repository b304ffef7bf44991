package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.SagaId;

/**
 * The call as the intent's row keeps it.
 *
 * @param saga on whose behalf
 */
record AccountGivingUp(SagaId saga, GiveUpAccount call) {}
