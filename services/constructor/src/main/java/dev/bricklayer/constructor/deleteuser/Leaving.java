package dev.bricklayer.constructor.deleteuser;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import java.util.Set;

/** What constructor knows of one run of delete-user. */
public sealed interface Leaving {

  /** Never heard of. */
  record Unknown() implements Leaving {}

  /**
   * Each bot has a run of delete-bot.
   *
   * @param left those that are not gone yet; never empty
   * @param bots how many there were
   */
  record Deleting(PersonId person, Set<BotId> left, int bots) implements Leaving {}

  /** All are gone. */
  record Deleted(PersonId person, int bots) implements Leaving {}

  /** All are the heir's. */
  record HandedOver(PersonId person, int bots) implements Leaving {}

  /** They cannot all be the heir's, so none is. */
  record Refused(PersonId person, Refusal refusal) implements Leaving {}
}
