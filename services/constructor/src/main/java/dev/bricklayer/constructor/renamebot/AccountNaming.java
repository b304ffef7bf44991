package dev.bricklayer.constructor.renamebot;

import dev.bricklayer.contracts.BotId;

/** The call: give the account that was made for this bot the name that the bot has. */
record AccountNaming(BotId botId) {}
