package dev.bricklayer.constructor.managed;

import dev.bricklayer.mattermost.ChannelId;
import dev.bricklayer.mattermost.TeamId;

/** A channel that a job of a managed bot needs. */
record ManagedChannel(ChannelId channel, TeamId team) {}
