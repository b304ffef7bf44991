package dev.bricklayer.constructor.renamebot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.PersonId;

/** The bot as it is when it is to get another name. */
public sealed interface NamedBot {

  /** Gone, on its way out, or never there. */
  record Gone() implements NamedBot {}

  /** Another saga has it in hand: it is being made, or gets new credentials. */
  record InHand(PersonId owner) implements NamedBot {}

  /**
   * It lives.
   *
   * @param nameFree whether no other bot of its owner has the name that is wanted
   * @param version of what was said of it last
   */
  record Living(PersonId owner, BotAccount account, boolean nameFree, long version)
      implements NamedBot {}
}
