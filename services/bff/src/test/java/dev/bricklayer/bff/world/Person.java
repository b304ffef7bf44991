package dev.bricklayer.bff.world;

import dev.bricklayer.contracts.PersonId;
import java.util.UUID;

/** Somebody with an account. */
public record Person(PersonId id, String username) {

  /** Somebody whom nobody else meets. */
  public static Person named(String username) {
    return new Person(new PersonId(UUID.randomUUID()), username);
  }
}
