package dev.bricklayer.constructor.deletebot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SagaId;

/** What constructor knows of one bot that is to go, and of the run that asks for it. */
public sealed interface Departure {

  /** Never heard of. */
  record Unknown() implements Departure {}

  /** Another saga has it in hand: it is being made, or gets new credentials. */
  record InHand(BotId botId, PersonId owner) implements Departure {}

  /**
   * It lives, and nobody has it in hand.
   *
   * @param version of what was said of it last
   */
  record Living(BotId botId, PersonId owner, String name, BotAccount account, long version)
      implements Departure {}

  /**
   * On its way out: its name is free, the others have their turn.
   *
   * @param by the run that marked it
   */
  record Marked(
      BotId botId, PersonId owner, String name, BotAccount account, long version, SagaId by)
      implements Departure {}

  /** This run was refused, and stays refused. */
  record Refused(BotId botId, SagaId by, Refusal refusal) implements Departure {}

  /**
   * The tombstone.
   *
   * @param by the run that ended it: this saga's, or the one that never let it live
   */
  record Gone(BotId botId, SagaId by) implements Departure {}
}
