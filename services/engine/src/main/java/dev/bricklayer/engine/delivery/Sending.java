package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.engine.ledger.Occurrence;
import dev.bricklayer.mattermost.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * An occurrence that a sender has to itself, with all that was read under the job's lock.
 *
 * @param attempt this taking; what it writes afterwards counts only while no other followed
 * @param text as it is to be posted
 * @param formerAccounts ids of the accounts its bot spoke as before: an earlier request may have
 *     posted it as one of them
 * @param firstTry when the first request began whose outcome is not known; for a fresh occurrence
 *     when it was taken
 * @param inDoubt whether an earlier request may have posted it
 * @param sendable whether it may still be sent: its job lives, runs and wants it, and nobody tried
 *     with other credentials
 * @param manual whether somebody asked for it beside the schedule
 * @param takenAt when it was taken, by the database
 * @param taken the same, by the monotonic clock
 */
record Sending(
    Occurrence occurrence,
    int attempt,
    String text,
    ChannelId channel,
    BotAccount account,
    Set<String> formerAccounts,
    Credentials credentials,
    long credentialsVersion,
    Instant firstTry,
    boolean inDoubt,
    boolean sendable,
    boolean manual,
    Instant takenAt,
    Stopwatch taken) {

  /** Whether a post of this author may be this occurrence's. */
  boolean mayBeBy(String author) {
    return author.equals(account.userId()) || formerAccounts.contains(author);
  }

  /** Since the first try, by the database's clock and the time that passed here. */
  Duration sinceFirstTry() {
    return Duration.between(firstTry, takenAt).plus(sinceTaken());
  }

  /**
   * Whether its request must not be written any more without taking it again: too much time has
   * passed, such as in a process that stood still.
   */
  boolean isStale(DeliverySettings settings) {
    return sinceTaken().compareTo(settings.freshFor()) > 0
        || (inDoubt && sinceFirstTry().compareTo(settings.resendWithin()) >= 0);
  }

  /** Since it was taken. */
  Duration sinceTaken() {
    return taken.elapsed();
  }
}
