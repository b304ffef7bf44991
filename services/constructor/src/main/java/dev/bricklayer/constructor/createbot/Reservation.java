package dev.bricklayer.constructor.createbot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import org.jspecify.annotations.Nullable;

/** What constructor knows of one bot that is being created. */
public sealed interface Reservation {

  /** Never heard of. */
  record Unknown() implements Reservation {}

  /** The name is held while the credentials are being verified. */
  record Verifying(BotId botId, PersonId owner, String name) implements Reservation {}

  /** The name is held and the account is known; the others have their turn. */
  record Reserved(BotId botId, PersonId owner, String name, BotAccount account)
      implements Reservation {}

  /** The name is held and an account can be made; the others look at the job first. */
  record Approved(BotId botId, PersonId owner, String name) implements Reservation {}

  /** Its account is being made: from here on an undoing has to look into Mattermost. */
  record Making(BotId botId, PersonId owner, String name) implements Reservation {}

  /** Its account is made and where it shall speak; the others have their turn. */
  record Made(BotId botId, PersonId owner, String name, BotAccount account)
      implements Reservation {}

  /**
   * It is being undone: what was made in Mattermost is taken back, the name is held until then.
   *
   * @param account as others were told; absent where they were told of none
   */
  record Closing(BotId botId, PersonId owner, String name, @Nullable BotAccount account)
      implements Reservation {}

  /** The bot lives. */
  record Active(BotId botId, PersonId owner, String name, BotAccount account)
      implements Reservation {}

  /** The tombstone: refused or undone, whatever arrives later. */
  record Gone(BotId botId, Refusal refusal) implements Reservation {}
}
