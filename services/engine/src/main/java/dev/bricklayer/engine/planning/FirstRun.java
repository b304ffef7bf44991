package dev.bricklayer.engine.planning;

import dev.bricklayer.contracts.RefusalCode;
import java.time.Instant;

/** What a schedule says about the future. */
public sealed interface FirstRun {

  /** The first instant after now. */
  record At(Instant instant) implements FirstRun {}

  /**
   * There is none, or the rule cannot be read.
   *
   * @param at what stands against it: a JSON pointer within the schedule
   */
  record Never(RefusalCode code, String at) implements FirstRun {}
}
