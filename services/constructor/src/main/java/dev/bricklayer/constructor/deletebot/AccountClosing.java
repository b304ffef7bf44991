package dev.bricklayer.constructor.deletebot;

import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deletebot.BotErased;

/**
 * The call as the intent's row keeps it.
 *
 * @param saga on whose behalf
 */
record AccountClosing(SagaId saga, BotErased event) {}
