package dev.bricklayer.engine.planning;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.Credentials;

/**
 * A bot as sending needs it.
 *
 * @param stands whether it stands still because its credentials were refused: then nothing of it is
 *     planned
 */
public record PlannedBot(BotAccount account, Credentials credentials, boolean stands) {}
