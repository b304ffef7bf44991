package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.SagaId;
import java.time.Instant;

/**
 * The call: whose are these credentials? It carries on what the next event repeats.
 *
 * @param saga on whose behalf
 */
public record VerifyNewCredentials(
    SagaId saga, BotId botId, Credentials credentials, Instant deadline) {}
