package dev.bricklayer.bff.identity;

import dev.bricklayer.bff.accounts.Account;
import dev.bricklayer.bff.accounts.Accounts;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who of Mattermost is which person here. Nobody needs to register: a Mattermost user is a person
 * by being one, and becomes the same person as an account by a link.
 */
@Component
public class Identities {

  private final HomeServer home;
  private final IdentityRepository repository;
  private final Accounts accounts;

  Identities(HomeServer home, IdentityRepository repository, Accounts accounts) {
    this.home = home;
    this.repository = repository;
    this.accounts = accounts;
  }

  /**
   * The person that this user of our Mattermost server is: always the same, and asked of nobody. No
   * I/O, once the server's id is known.
   *
   * @throws ServerUnknownException as long as the server has never been reached
   */
  public PersonId of(MattermostUserId user) {
    return new PersonId(NameBasedId.of(home.namespace(), user.value()));
  }

  /**
   * As {@link #of}, and the way back is kept: to be called for whoever is about to own something.
   */
  public PersonId meet(MattermostUserId user) {
    PersonId person = of(user);
    repository.meet(person, user);
    return person;
  }

  /** As {@link #meet(MattermostUserId)}, and how they are called now is kept. */
  public PersonId meet(MattermostUserId user, String username) {
    PersonId person = meet(user);
    repository.called(person, username);
    return person;
  }

  /**
   * How others know this person: by their user name in Mattermost, or by their account's. Empty for
   * whom nobody has met.
   */
  public Optional<String> nameOf(PersonId person) {
    return accounts.selvesOf(person).stream()
        .flatMap(self -> repository.nameOf(self).stream())
        .findFirst()
        .map(username -> "@" + username)
        .or(() -> accounts.find(person).map(Account::username));
  }

  /**
   * All who are the same person: an account and its linked identities, by any of them. Whoever owns
   * something may be asked for as any of these.
   */
  public Set<PersonId> selvesOf(PersonId person) {
    return accounts.selvesOf(person);
  }

  /**
   * The Mattermost user that a person is: of a Mattermost identity the user itself, of an account
   * the one it was linked to last. Empty for accounts without a link.
   */
  public Optional<MattermostUserId> mattermostUserOf(PersonId person) {
    return repository.userOf(person);
  }
}
