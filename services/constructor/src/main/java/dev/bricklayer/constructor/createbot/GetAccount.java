package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobId;
import java.time.Instant;

/** The call: make the bot an account and put it into its channel. */
public record GetAccount(
    BotId botId, String name, JobId jobId, ChannelRef channel, String requester, Instant deadline)
    implements BotCall {}
