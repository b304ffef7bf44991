package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;

/**
 * An account that shall be made, and where its bot shall speak.
 *
 * @param saga on whose behalf: stands in the account's description
 * @param name of the bot, and so of the account for people
 */
public record AccountWish(BotId bot, SagaId saga, String name, ChannelWish where) {}
