package dev.bricklayer.constructor.deleteuser;

import dev.bricklayer.contracts.Refusal;

/** Whether an heir can have all bots of a person. */
public sealed interface Inheritance {

  /**
   * Yes.
   *
   * @param bots how many there are
   */
  record Possible(int bots) implements Inheritance {}

  /** No. */
  record Impossible(Refusal refusal) implements Inheritance {}
}
