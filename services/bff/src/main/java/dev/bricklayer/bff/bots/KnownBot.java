package dev.bricklayer.bff.bots;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.contracts.state.BotState;
import org.jspecify.annotations.Nullable;

/**
 * A bot as the read model has it.
 *
 * @param status constructor's word
 * @param run the engine's word; absent while it has said nothing
 */
record KnownBot(
    BotId id,
    PersonId owner,
    String name,
    String username,
    BotState.Status status,
    @Nullable Run run) {

  /** The engine's word about the bot's credentials. */
  record Run(BotRunState.Status status, @Nullable RefusalCode stopReason) {}
}
