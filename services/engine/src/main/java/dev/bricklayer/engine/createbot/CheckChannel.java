package dev.bricklayer.engine.createbot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.PersonId;

/** The call: may this account speak in that channel? It carries on what the plan needs. */
public record CheckChannel(
    BotId botId, PersonId owner, Credentials credentials, BotAccount account, Job job) {}
