package dev.bricklayer.systemtests.architecture.guilty.bff;

import dev.bricklayer.sealing.TokenOpener;
import dev.bricklayer.systemtests.architecture.guilty.simulator.Pretence;

/** Guilty: the bff opens tokens and knows that the stand-in exists. */
public record Peeking(TokenOpener opener, Pretence pretence) {}
