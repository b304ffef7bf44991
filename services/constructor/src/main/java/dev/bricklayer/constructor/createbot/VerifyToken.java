package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import java.time.Instant;

/** The call: whose token is it? It carries on what the next event repeats. */
public record VerifyToken(BotId botId, Credentials credentials, Job firstJob, Instant deadline) {}
