package dev.bricklayer.user.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.link.LinkId;
import dev.bricklayer.contracts.state.LinkedIdentity;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which Mattermost identities are the same person as an account. */
@Component
public class Links {

  /** More than anybody has Mattermost accounts; it bounds what every state carries. */
  static final int MOST = 5;

  private static final Logger log = LoggerFactory.getLogger(Links.class);

  private final AccountRepository accounts;
  private final IdentityRepository identities;
  private final AccountStates states;
  private final Clock clock;

  Links(
      AccountRepository accounts,
      IdentityRepository identities,
      AccountStates states,
      Clock clock) {
    this.accounts = accounts;
    this.identities = identities;
    this.states = states;
    this.clock = clock;
  }

  /** What became of the wish to link. */
  public sealed interface Outcome {

    /** They are one person now. */
    record Linked(Account account) implements Outcome {}

    /** The identity has an account already, this one or another. */
    record Taken() implements Outcome {}

    /** The account has as many as it may have. */
    record Full() implements Outcome {}

    /** There is no such account any more, or it is locked. */
    record Gone() implements Outcome {}
  }

  /** The identities of an account, the oldest link first. */
  public List<LinkedIdentity> of(PersonId person) {
    return identities.of(person);
  }

  /** The attempt by which an identity was linked; empty when it is nobody's. */
  public Optional<LinkId> linkOf(PersonId identity) {
    return identities.linkOf(identity);
  }

  /** Links an identity to an account and tells the others. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome link(PersonId person, LinkedIdentity identity, LinkId link) {
    if (accounts.lock(person).isEmpty()) {
      return new Outcome.Gone();
    }
    if (identities.of(person).size() >= MOST) {
      return new Outcome.Full();
    }
    if (!identities.link(person, identity, link)) {
      return new Outcome.Taken();
    }
    Account account = accounts.touch(person, clock.instant());
    states.tell(account);
    log.info("{} is linked to Mattermost identity {}", person, identity.identity());
    return new Outcome.Linked(account);
  }

  /**
   * Parts one identity, or all of them, from an account and tells the others. Who owns what stays
   * as it is.
   *
   * @return how many were parted
   */
  @Transactional
  public int part(PersonId person, Optional<PersonId> identity) {
    if (accounts.lock(person).isEmpty()) {
      return 0;
    }
    int parted = identities.part(person, identity);
    if (parted > 0) {
      states.tell(accounts.touch(person, clock.instant()));
      log.info("{} is parted from {} Mattermost identities", person, parted);
    }
    return parted;
  }
}
