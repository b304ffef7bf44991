package dev.bricklayer.bff.provisioning;

import dev.bricklayer.problems.Text;

/**
 * One line for the administrator.
 *
 * @param grade what it means for Bricklayer
 * @param words what was found or done, and for what is not good, the exact step that mends it
 */
public record Finding(Grade grade, Text words) {

  /** What a finding means. */
  public enum Grade {
    /** As it should be. */
    GOOD,
    /** It was not, and is now. */
    CHANGED,
    /** Works, but something is missing or may surprise. */
    ODD,
    /** Does not work. */
    WRONG
  }
}
