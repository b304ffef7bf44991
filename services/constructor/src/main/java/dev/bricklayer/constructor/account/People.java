package dev.bricklayer.constructor.account;

import dev.bricklayer.chassis.TransactionLocks;
import dev.bricklayer.contracts.PersonId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Who is one person: an account and the Mattermost identities it is linked to. Names and quotas are
 * a person's, whichever of their selves owns what.
 */
@Component
public class People {

  /**
   * The ids of all who are the same person as {@code :person}, as part of a statement that asks for
   * something about them.
   */
  public static final String SELVES = AccountRepository.SELVES;

  private static final String OWNER = "owner";

  private final AccountRepository accounts;
  private final TransactionLocks locks;

  People(AccountRepository accounts, TransactionLocks locks) {
    this.accounts = accounts;
    this.locks = locks;
  }

  /** An account and its identities, by any of them; whoever is linked to nobody, alone. */
  public Set<PersonId> selvesOf(PersonId person) {
    Set<PersonId> selves = new LinkedHashSet<>(List.of(person));
    selves.addAll(accounts.selvesOf(person));
    return selves;
  }

  /** The same as parameter of a statement. */
  public UUID[] idsOf(PersonId person) {
    return selvesOf(person).stream().map(PersonId::value).toArray(UUID[]::new);
  }

  /**
   * Nobody else begins or ends to own something for this person until the transaction ends. Whoever
   * locks a bot, too, does that first.
   */
  public void lock(PersonId person) {
    locks.lock(OWNER, accounts.homeOf(person).value());
  }

  /**
   * Locks {@code :person} as {@link #lock} does, and asks what is known then, in one round trip.
   *
   * @param question one statement, which finds one row whatever is known
   * @param parameters the question's, by name; {@code person} among them
   */
  public <T> T lockAndFind(String question, Map<String, ?> parameters, RowMapper<T> mapper) {
    return locks.lockAndFind(OWNER, AccountRepository.HOME, question, parameters, mapper);
  }
}
