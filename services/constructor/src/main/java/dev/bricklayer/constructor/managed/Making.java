package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SealedToken;

/** How the making of an account ended. */
public sealed interface Making {

  /** It is there, in its channel, with the one token that works. */
  record Made(BotAccount account, SealedToken token) implements Making {}

  /** It cannot, or may not. Something may have been made until then; closing takes it back. */
  record Refused(Refusal refusal) implements Making {}

  /** Nobody wants it any more: it is being closed, or was. */
  record Unwanted() implements Making {}
}
