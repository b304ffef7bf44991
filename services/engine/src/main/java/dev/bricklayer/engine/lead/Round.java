package dev.bricklayer.engine.lead;

/** How one round of a leader went. */
enum Round {
  /** There may be more to do right now. */
  MORE,
  /** Nothing to do until something is planned, or falls due. */
  DONE,
  /** Somebody else leads by now. */
  DEPOSED
}
