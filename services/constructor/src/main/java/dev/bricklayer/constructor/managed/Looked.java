package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.Refusal;

/** What a look says about a managed bot in a channel. Nothing was changed by it. */
public sealed interface Looked {

  /** It can be made and speak there. */
  record Possible() implements Looked {}

  /** It cannot, or may not. */
  record Refused(Refusal refusal) implements Looked {}
}
