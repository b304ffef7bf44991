package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.engine.ledger.OccurrenceState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about an occurrence. Pure: the transaction that sets SENDING carries it out.
 */
sealed interface Taking {

  /** Somebody else has it, or it is final: nothing. */
  record Leave() implements Taking {}

  /** Not due yet: the database's clock was set back since it was handed over. It waits in line. */
  record NotYet() implements Taking {}

  /** Post it; late says that it was missed and its post says so. */
  record Send(boolean late) implements Taking {}

  /** An earlier request may have posted it: find out. */
  record Settle() implements Taking {}

  /** Too late, and the job's rule says no. */
  record Miss() implements Taking {}

  /** Its job is gone, or on its way out with its bot. */
  record Cancel() implements Taking {}

  /** The job was changed while it was being sent, and it came back unsent. */
  record Withdraw(OccurrenceState end) implements Taking {}

  /** Its job or bot was stopped meanwhile. */
  record Stopped(RefusalCode reason) implements Taking {}

  /** It was tried for so long that it is given up. */
  record GiveUp() implements Taking {}

  /** Decides. */
  static Taking of(
      Instant plannedAt, LedgerEntry entry, @Nullable JobNow job, DeliverySettings settings) {
    return switch (entry.state()) {
      case READY -> ready(plannedAt, entry, job, settings);
      case SENDING -> sending(entry, job);
      case RETRY, SENT, MISSED, SUPERSEDED, CANCELLED, FAILED, UNKNOWN -> new Leave();
    };
  }

  private static Taking sending(LedgerEntry entry, @Nullable JobNow job) {
    if (job == null) {
      return new Settle();
    }
    Instant until = entry.sendingUntil();
    return until != null && until.isAfter(job.now()) ? new Leave() : new Settle();
  }

  private static Taking ready(
      Instant plannedAt, LedgerEntry entry, @Nullable JobNow job, DeliverySettings settings) {
    if (job == null) {
      return new Cancel();
    }
    OccurrenceState withdrawn = entry.withdrawn();
    if (withdrawn != null) {
      return new Withdraw(withdrawn);
    }
    RefusalCode stopped = job.stopReason();
    if (stopped != null) {
      return stopped == RefusalCode.BOT_DELETED ? new Cancel() : new Stopped(stopped);
    }
    if (!entry.isManual() && plannedAt.isAfter(job.now())) {
      return new NotYet();
    }
    Duration age = Duration.between(plannedAt, job.now());
    if (!entry.isManual() && (entry.late() || overtakers(entry, job) > 0)) {
      return missed(age, entry, job);
    }
    return age.compareTo(settings.giveUpAfter()) > 0 ? new GiveUp() : new Send(false);
  }

  private static Taking missed(Duration age, LedgerEntry entry, JobNow job) {
    Missed missed = job.missed();
    boolean inTime = age.compareTo(missed.within()) <= 0;
    boolean send =
        switch (missed.rule()) {
          case LATEST -> inTime && isLatestMissed(entry, job);
          case EACH -> inTime;
          case SKIP -> false;
        };
    return send ? new Send(true) : new Miss();
  }

  /** Of two later ones the first was overtaken by the second, so it is missed as well. */
  private static boolean isLatestMissed(LedgerEntry entry, JobNow job) {
    return !entry.laterMissed() && overtakers(entry, job) < 2;
  }

  private static int overtakers(LedgerEntry entry, JobNow job) {
    Instant next = job.nextFireAt();
    return entry.laterDue() + (next != null && !next.isAfter(job.now()) ? 1 : 0);
  }
}
