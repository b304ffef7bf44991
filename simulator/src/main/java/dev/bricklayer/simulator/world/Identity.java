package dev.bricklayer.simulator.world;

/**
 * Which server this is; made once for a data directory.
 *
 * @param diagnosticId what the public settings show as {@code DiagnosticId}
 */
public record Identity(String diagnosticId) implements Row {}
