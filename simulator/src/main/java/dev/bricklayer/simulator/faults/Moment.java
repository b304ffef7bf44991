package dev.bricklayer.simulator.faults;

/** When, in the life of a call, something goes wrong. */
public enum Moment {
  /** Before the server looked at it: nothing happened. */
  BEFORE,
  /**
   * While a post is being made: its {@code pending_post_id} is taken, the post not yet there. For
   * delays, so that a second attempt meets the first.
   */
  INSIDE,
  /** When all is done: it happened, but the caller does not hear so. */
  AFTER
}
