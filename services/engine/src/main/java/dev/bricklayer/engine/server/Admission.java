package dev.bricklayer.engine.server;

import java.time.Duration;

/**
 * How many calls may be made now.
 *
 * @param calls from none to as many as were asked for
 * @param again when it is none, how long to wait at least before asking again
 */
public record Admission(int calls, Duration again) {}
