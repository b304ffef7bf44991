package dev.bricklayer.engine.ledger;

/** Where an occurrence stands. Each change is committed before anything that follows from it. */
public enum OccurrenceState {
  /** Claimed; to be sent at its instant, or now. */
  READY(false),
  /** Somebody is about to post it, or did and does not know how that went. */
  SENDING(false),
  /** Proven not to have been posted; to be tried again. */
  RETRY(false),
  /** Posted. */
  SENT(true),
  /** Too late, and the job's rule says not to send it. */
  MISSED(true),
  /** The job's new schedule lacks its instant. */
  SUPERSEDED(true),
  /** The job was paused or deleted. */
  CANCELLED(true),
  /** Proven not to have been posted, and not to be tried again. */
  FAILED(true),
  /** It may have been posted and nobody can find out. It is never sent again by itself. */
  UNKNOWN(true);

  private final boolean done;

  OccurrenceState(boolean done) {
    this.done = done;
  }

  /** Whether nothing will change any more. */
  public boolean isFinal() {
    return done;
  }
}
