package dev.bricklayer.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers the messages of a transaction, writes them with one statement just before it commits,
 * together with its {@linkplain LastWrites last writes}, and hands them to the lanes right after.
 */
final class TransactionalOutbox implements Outbox {

  /** Headers and framing beside the payload. */
  private static final int MOST_PAYLOAD_BYTES = KafkaClients.MOST_BYTES - 64 * 1024;

  private final MessageCatalog catalog;
  private final MessageJson json;
  private final OutboxRepository repository;
  private final SenderLanes lanes;
  private final Trace trace;
  private final Clock clock;
  private final MessageIds ids;
  private final String source;

  TransactionalOutbox(
      MessageCatalog catalog,
      MessageJson json,
      OutboxRepository repository,
      SenderLanes lanes,
      Trace trace,
      Clock clock,
      MessageIds ids,
      String source) {
    this.catalog = catalog;
    this.json = json;
    this.repository = repository;
    this.lanes = lanes;
    this.trace = trace;
    this.clock = clock;
    this.ids = ids;
    this.source = source;
  }

  @Override
  public Outgoing inSaga(SagaRef saga) {
    return message -> put(message, saga, null);
  }

  @Override
  public Outgoing outsideSagas() {
    return message -> put(message, null, null);
  }

  /** Messages that a message leads to. */
  Outgoing causedBy(UUID messageId, @Nullable SagaRef saga) {
    return message -> put(message, saga, messageId);
  }

  private void put(Object message, @Nullable SagaRef saga, @Nullable UUID cause) {
    Envelope envelope =
        new Envelope(
            ids.next(),
            catalog.typeOf(message.getClass()),
            source,
            clock.instant(),
            saga,
            cause,
            trace.current());
    byte[] payload = json.bytes(message);
    if (payload.length > MOST_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "a %s of %d bytes is too large to be sent".formatted(envelope.type(), payload.length));
    }
    put(
        OutboxMessage.unplaced(
            envelope.id(),
            catalog.topicOf(message.getClass()).name(),
            catalog.keyOf(message),
            EnvelopeHeaders.of(envelope),
            payload));
  }

  /** Puts in what has its envelope already. */
  void put(OutboxMessage message) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException(
          "a message is sent in a transaction only: it leaves if and only if that commits");
    }
    transactionsMessages().add(message);
  }

  private Messages transactionsMessages() {
    Messages bound = (Messages) TransactionSynchronizationManager.getResource(this);
    if (bound != null) {
      return bound;
    }
    Messages fresh = new Messages();
    TransactionSynchronizationManager.bindResource(this, fresh);
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  /** The messages of one transaction. */
  private final class Messages implements TransactionSynchronization {

    private final List<OutboxMessage> gathered = new ArrayList<>();

    /** How many there were at each savepoint. */
    private final Map<Object, Integer> savepoints = new HashMap<>();

    private SenderLanes.@Nullable Reservation reservation;
    private boolean written;

    private void add(OutboxMessage message) {
      if (written) {
        throw new IllegalStateException(
            "the transaction is being committed: it is too late to send");
      }
      gathered.add(message);
    }

    /** Before the last writes, which then go along. */
    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      written = true;
      if (!gathered.isEmpty()) {
        reservation = lanes.reserve(repository.insert(gathered));
      }
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(TransactionalOutbox.this);
    }

    @Override
    public void afterCompletion(int status) {
      SenderLanes.Reservation taken = reservation;
      if (taken == null) {
        return;
      }
      switch (status) {
        case STATUS_COMMITTED -> taken.committed();
        case STATUS_ROLLED_BACK -> taken.rolledBack();
        default -> taken.unknown();
      }
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(TransactionalOutbox.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(TransactionalOutbox.this, this);
    }

    @Override
    public void savepoint(Object savepoint) {
      savepoints.put(savepoint, gathered.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
      int kept = savepoints.getOrDefault(savepoint, 0);
      gathered.subList(kept, gathered.size()).clear();
    }
  }
}
