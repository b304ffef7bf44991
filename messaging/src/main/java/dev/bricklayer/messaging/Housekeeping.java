package dev.bricklayer.messaging;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets what is old, a little at a time, in one copy at a time. */
final class Housekeeping {

  private static final int BATCH = 5_000;

  /** Another copy that does it now does it for us. */
  private static final String TAKE_TURN =
      "select pg_try_advisory_xact_lock(hashtext('messaging.housekeeping'))";

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final Inbox inbox;
  private final OutboxRepository outbox;
  private final KeptDeadLetters deadLetters;
  private final MessagingSettings settings;
  private @Nullable Loop loop;

  Housekeeping(
      JdbcClient jdbc,
      TransactionOperations transaction,
      Inbox inbox,
      OutboxRepository outbox,
      KeptDeadLetters deadLetters,
      MessagingSettings settings) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.inbox = inbox;
    this.outbox = outbox;
    this.deadLetters = deadLetters;
    this.settings = settings;
  }

  void start() {
    loop = Loop.every(settings.housekeeping(), "housekeeping", this::forget);
  }

  /** One round of it. */
  void forget() {
    inTurn(inbox::prepareDays);
    inTurn(() -> inbox.dropDays(settings.inboxRetention()));
    inBatches(most -> inbox.forgetOthers(settings.inboxRetention(), most));
    inBatches(most -> outbox.forget(settings.outboxRetention(), most));
    inBatches(most -> deadLetters.forget(settings.deadLetterRetention(), most));
  }

  private void inBatches(IntUnaryOperator forgetting) {
    int forgotten = BATCH;
    while (forgotten == BATCH) {
      int[] inThisBatch = {0};
      inTurn(() -> inThisBatch[0] = forgetting.applyAsInt(BATCH));
      forgotten = inThisBatch[0];
    }
  }

  private void inTurn(Runnable work) {
    transaction.executeWithoutResult(
        _ -> {
          if (jdbc.sql(TAKE_TURN).query(Boolean.class).single()) {
            work.run();
          }
        });
  }

  void stop() {
    if (loop != null) {
      loop.stop(settings.shutdown());
    }
  }
}
