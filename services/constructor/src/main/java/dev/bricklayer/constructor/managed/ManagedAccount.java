package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.Optional;

/**
 * A managed account as its row has it.
 *
 * @param saga on whose behalf it is or was made
 * @param username as it was tried last
 * @param user Mattermost's id, once Mattermost has told it
 */
record ManagedAccount(
    BotId bot, SagaId saga, Optional<String> username, Optional<MattermostUserId> user) {}
