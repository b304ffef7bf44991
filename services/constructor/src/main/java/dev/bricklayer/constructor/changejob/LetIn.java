package dev.bricklayer.constructor.changejob;

import dev.bricklayer.contracts.changejob.RevisionStored;

/** The call: let the bot into the channel of this revision. It carries on what follows. */
public record LetIn(RevisionStored revision) implements JoinCall {}
