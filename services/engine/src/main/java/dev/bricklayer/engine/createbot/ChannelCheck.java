package dev.bricklayer.engine.createbot;

import dev.bricklayer.contracts.SagaId;

/**
 * The call as the intent's row keeps it.
 *
 * @param saga on whose behalf
 */
record ChannelCheck(SagaId saga, CheckChannel call) {}
