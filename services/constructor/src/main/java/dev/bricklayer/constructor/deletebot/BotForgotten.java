package dev.bricklayer.constructor.deletebot;

import dev.bricklayer.contracts.BotId;

/** Published inside the transaction that forgets a bot, which has the bot's lock. */
public record BotForgotten(BotId bot) {}
