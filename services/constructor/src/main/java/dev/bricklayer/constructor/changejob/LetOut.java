package dev.bricklayer.constructor.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;

/** The call: leave the channels that were joined for the sake of this change alone. */
public record LetOut(BotId botId, JobId jobId, Refusal refusal) implements JoinCall {}
