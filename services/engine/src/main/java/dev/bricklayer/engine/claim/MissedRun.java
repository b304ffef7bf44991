package dev.bricklayer.engine.claim;

import java.time.Instant;

/** Missed instants of one job in a row, which share one row of the ledger. */
record MissedRun(Instant first, Instant last, int count) {}
