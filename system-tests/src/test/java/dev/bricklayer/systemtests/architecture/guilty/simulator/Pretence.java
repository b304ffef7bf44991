package dev.bricklayer.systemtests.architecture.guilty.simulator;

/** What the guilty bff knows. */
public record Pretence() {}
