package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Refusal;

/**
 * The call: take back whatever was made of the bot's account.
 *
 * @param refusal why the saga is undone
 */
public record GiveUpAccount(BotId botId, Refusal refusal) implements BotCall {}
