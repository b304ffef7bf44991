package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.PersonId;

/** The bot as it is when it is to get new credentials. */
public sealed interface HeldBot {

  /** Gone, on its way out, or never there. */
  record Gone() implements HeldBot {}

  /** Another saga has it in hand. */
  record InHand(PersonId owner) implements HeldBot {}

  /** It lives, and nobody has it in hand. */
  record Free(PersonId owner, Kind kind) implements HeldBot {}

  /** Of which kind its credentials are, which they stay. */
  enum Kind {
    OWN_TOKEN,
    /** Of an account that constructor made nobody else has a token, and it takes no other. */
    MANAGED,
    SHARED;

    boolean takes(Credentials credentials) {
      return switch (credentials) {
        case Credentials.OwnToken _ -> this == OWN_TOKEN;
        case Credentials.Shared _ -> this == SHARED;
        case Credentials.Managed _ -> false;
      };
    }
  }
}
