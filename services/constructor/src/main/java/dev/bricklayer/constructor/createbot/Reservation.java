package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;

/** What constructor knows of one bot that is being created. */
public sealed interface Reservation {

  /** Never heard of. */
  record Unknown() implements Reservation {}

  /** The name is held while the token is being verified. */
  record Verifying(BotId botId, PersonId owner, String name) implements Reservation {}

  /** The name is held and the account is known; the others have their turn. */
  record Reserved(BotId botId, PersonId owner, String name, BotAccount account)
      implements Reservation {}

  /** The bot lives. */
  record Active(BotId botId, PersonId owner, String name, BotAccount account)
      implements Reservation {}

  /** The tombstone: refused or undone, whatever arrives later. */
  record Gone(BotId botId, Refusal refusal) implements Reservation {}
}
