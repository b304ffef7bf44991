package dev.bricklayer.user.deleteuser;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.Refusal;
import org.jspecify.annotations.Nullable;

/** What the user service knows of one run of delete-user. */
public sealed interface Deletion {

  /** Never begun here. */
  record Unknown() implements Deletion {}

  /**
   * Under way.
   *
   * @param heir who gets the bots; absent when they are to be deleted
   * @param attempt how often the others have been asked
   */
  record Begun(PersonId person, @Nullable PersonId heir, int attempt) implements Deletion {}

  /** The tombstone of the account. */
  record Erased(PersonId person, int deleted, int handedOver) implements Deletion {}

  /** The bots could not be handed over, so the account stays. */
  record Kept(PersonId person, Refusal refusal) implements Deletion {}
}
