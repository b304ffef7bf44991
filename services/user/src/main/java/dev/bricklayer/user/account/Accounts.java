package dev.bricklayer.user.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.user.password.Passwords;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Whose account is which. */
@Component
public class Accounts {

  private final AccountRepository repository;
  private final Passwords passwords;

  Accounts(AccountRepository repository, Passwords passwords) {
    this.repository = repository;
    this.passwords = passwords;
  }

  /**
   * Whose token it is.
   *
   * @throws Problem 401 when the token is still valid and its account is not
   */
  public Account of(Jwt token) {
    return active(new PersonId(UUID.fromString(token.getSubject()))).orElseThrow(Accounts::gone);
  }

  /** The active account of a person. */
  public Optional<Account> active(PersonId person) {
    return repository.byId(person).filter(Account::isActive);
  }

  /** Whether somebody has this name, in capitals or not. */
  boolean isTaken(String username) {
    return repository.byUsername(username).isPresent();
  }

  static Problem gone() {
    return Problem.unauthenticated(AccountFields.WORDS.text("account-gone"));
  }

  /**
   * The active account of this name, when the password is its own. Whatever makes the answer a no,
   * the same work is done: one look, one hash.
   */
  public Optional<Account> authenticate(String username, String password) {
    Optional<Account> account = repository.byUsername(username);
    boolean matches = passwords.matches(password, account.map(Account::passwordHash));
    Optional<Account> proven = account.filter(it -> matches && it.isActive());
    proven
        .filter(it -> passwords.isOutdated(it.passwordHash()))
        .ifPresent(it -> repository.rehash(it.id(), it.passwordHash(), passwords.hash(password)));
    return proven;
  }
}
