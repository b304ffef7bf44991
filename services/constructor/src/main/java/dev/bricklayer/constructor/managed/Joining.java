package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.Refusal;

/** How a managed bot's joining of a channel ended. */
public sealed interface Joining {

  /** It is in there, or the channel is a direct one, which needs no joining. */
  record Joined() implements Joining {}

  /** Nobody wants it any more; nothing was done. */
  record Unwanted() implements Joining {}

  /** It cannot, or may not. */
  record Refused(Refusal refusal) implements Joining {}
}
