package dev.bricklayer.systemtests.architecture.guilty.engine;

import dev.bricklayer.systemtests.architecture.guilty.bff.Peeking;

/** Guilty: a repository that anybody may use, and a service that sees another. */
public record PostRepository(Peeking peeking) {}
