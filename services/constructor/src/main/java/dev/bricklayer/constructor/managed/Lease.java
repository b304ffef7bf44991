package dev.bricklayer.constructor.managed;

import dev.bricklayer.contracts.BotId;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to work at one account in Mattermost, for one attempt alone. It is renewed before every
 * call: an attempt that has lost it, or whose account is to be closed meanwhile, makes no further
 * one. So what closes an account finds everything that was ever made of it.
 */
final class Lease implements AutoCloseable {

  /** Longer than one call may take, with what Mattermost itself needs after it was given up. */
  private static final Duration LENGTH = Duration.ofSeconds(30);

  private final ManagedAccountRepository accounts;
  private final Claim claim;

  /**
   * Whose it is.
   *
   * @param closing whether to take back; else to make
   */
  record Claim(BotId bot, UUID holder, boolean closing) {}

  private Lease(ManagedAccountRepository accounts, Claim claim) {
    this.accounts = accounts;
    this.claim = claim;
  }

  /**
   * Takes the lease.
   *
   * @throws NotNowException when another attempt has it
   */
  static Lease take(ManagedAccountRepository accounts, Claim claim) {
    if (!accounts.hold(claim.bot(), claim.holder(), claim.closing(), LENGTH)) {
      throw new NotNowException("another attempt is under way");
    }
    return new Lease(accounts, claim);
  }

  Claim claim() {
    return claim;
  }

  /** Before each call that changes something. */
  void renew() {
    renew(null, null);
  }

  /** As {@link #renew()}, noting the user name that is about to be asked for. */
  void renewTrying(String username) {
    renew(username, null);
  }

  /** As {@link #renew()}, noting whose account it became. */
  void renewFound(String username, String userId) {
    renew(username, userId);
  }

  private void renew(@Nullable String username, @Nullable String userId) {
    if (!accounts.renew(claim, username, userId, LENGTH)) {
      throw new NotNowException("the account is another attempt's by now, or is to be closed");
    }
  }

  @Override
  public void close() {
    accounts.release(claim);
  }
}
