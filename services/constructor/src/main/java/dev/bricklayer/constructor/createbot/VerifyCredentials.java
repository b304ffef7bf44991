package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The call: whose token is it, or can an account be made? It carries on what the next event
 * repeats.
 *
 * @param requester Mattermost's id of whoever asks; absent where the person is linked to nobody
 */
public record VerifyCredentials(
    BotId botId,
    Credentials credentials,
    Job firstJob,
    @Nullable String requester,
    Instant deadline)
    implements BotCall {}
