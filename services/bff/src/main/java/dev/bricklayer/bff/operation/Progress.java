package dev.bricklayer.bff.operation;

import dev.bricklayer.contracts.Refusal;

/** How far an operation is. */
public sealed interface Progress {

  /**
   * Under way.
   *
   * @param abandoned whether its deadline has passed and the pivot's owner was asked
   */
  record Working(boolean abandoned) implements Progress {}

  /** Ended as wished. */
  record Done() implements Progress {}

  /** Refused, and everything taken back. */
  record Undone(Refusal refusal) implements Progress {}

  /** Neither, for long: a person should look. It may still end by itself. */
  record NeedsHelp() implements Progress {}
}
