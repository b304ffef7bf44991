package dev.bricklayer.engine.createbot;

import dev.bricklayer.contracts.Refusal;
import java.time.Instant;

/** What the schedule says about the future. */
public sealed interface FirstRun {

  /** The first instant after now. */
  record At(Instant instant) implements FirstRun {}

  /** There is none, or the rule cannot be read. */
  record Never(Refusal refusal) implements FirstRun {}
}
