package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.contracts.PersonId;

/** The bot as it is when it is to get new credentials. */
public sealed interface HeldBot {

  /** Gone, on its way out, or never there. */
  record Gone() implements HeldBot {}

  /** Another saga has it in hand. */
  record InHand(PersonId owner) implements HeldBot {}

  /** It lives, and nobody has it in hand. */
  record Free(PersonId owner) implements HeldBot {}
}
