package dev.bricklayer.bff.endings;

import dev.bricklayer.bff.accounts.Account;
import dev.bricklayer.bff.accounts.Accounts;
import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.people.Habits;
import dev.bricklayer.bff.people.Place;
import dev.bricklayer.bff.people.Visitor;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import dev.bricklayer.mattermost.MattermostUserId;
import org.springframework.stereotype.Component;

/** Knows who somebody in Mattermost is here, and whether they may do anything. */
@Component
public class Askers {

  private final Identities identities;
  private final Accounts accounts;

  Askers(Identities identities, Accounts accounts) {
    this.identities = identities;
    this.accounts = accounts;
  }

  /**
   * This visitor.
   *
   * @throws dev.bricklayer.problems.Problem {@code forbidden} when the account that they are linked
   *     to is locked or deleted
   */
  public Asker of(Visitor visitor) {
    PersonId person = identities.meet(visitor.user(), visitor.username());
    return of(person, visitor.user(), visitor.habits(), visitor.place());
  }

  /** The same of somebody who sent a form. */
  public Asker of(MattermostUserId user, Habits habits, Place place) {
    return of(identities.meet(user), user, habits, place);
  }

  private Asker of(PersonId person, MattermostUserId user, Habits habits, Place place) {
    AccountState.Status standing =
        accounts.linkedTo(person).map(Account::status).orElse(AccountState.Status.ACTIVE);
    new Caller(person, habits.locale(), null, standing).requireStanding();
    return new Asker(user, person, habits, place);
  }
}
