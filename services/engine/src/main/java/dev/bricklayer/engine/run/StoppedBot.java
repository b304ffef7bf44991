package dev.bricklayer.engine.run;

import dev.bricklayer.contracts.reminder.BotSilenced.Voice;
import dev.bricklayer.contracts.state.BotRunState;

/**
 * A bot that stands still from now on.
 *
 * @param voice what it spoke with
 */
record StoppedBot(BotRunState state, Voice voice) {}
