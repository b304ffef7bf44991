package dev.bricklayer.engine.changejob;

import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.engine.channel.ChannelQuestion;

/**
 * The call: may the bot speak where the revision says? It carries on what the pivot needs.
 *
 * @param joined whether the bot was let into the channel for it
 */
public record CheckRevision(RevisionStored revision, boolean joined, ChannelQuestion question) {}
