package dev.bricklayer.bff.security;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. A controller takes it as a parameter, without annotation.
 *
 * @param id the account
 * @param locale the language to answer in: the request's, else the account's
 * @param timeZone the account's; absent when the person named none
 * @param standing whether the account may still do something
 */
public record Caller(
    PersonId id, Locale locale, @Nullable String timeZone, AccountState.Status standing) {

  private static final Wording WORDS = Wording.beside(Caller.class);

  /**
   * An access token outlives the account's end by some minutes; it changes nothing then.
   *
   * @throws Problem {@code forbidden} for those whose account is locked or deleted
   */
  public void requireStanding() {
    switch (standing) {
      case ACTIVE -> {}
      case LOCKED -> throw Problem.of(403, "forbidden", WORDS.text("account-locked"));
      case DELETED -> throw Problem.of(403, "forbidden", WORDS.text("account-deleted"));
    }
  }
}
