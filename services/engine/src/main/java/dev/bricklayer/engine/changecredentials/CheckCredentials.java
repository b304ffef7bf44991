package dev.bricklayer.engine.changecredentials;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.SagaId;

/**
 * The call: may this account speak wherever the bot's jobs do? It carries on what the pivot needs.
 *
 * @param saga on whose behalf
 */
public record CheckCredentials(
    SagaId saga, BotId botId, Credentials credentials, BotAccount account) {}
