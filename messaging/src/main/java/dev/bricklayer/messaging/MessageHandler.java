package dev.bricklayer.messaging;

import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Handles one message: inbox row, reaction and outbox rows in one transaction. */
final class MessageHandler {

  /** What became of a message. */
  enum Outcome {
    /** The reaction ran and its transaction committed. */
    DONE,
    /** It had been handled before. */
    DUPLICATE,
    /** This service does not react to it. */
    NOT_OURS
  }

  private final MessageCatalog catalog;
  private final Reactions reactions;
  private final Inbox inbox;
  private final TransactionalOutbox outbox;
  private final TransactionOperations transaction;
  private final MessageReader reader;
  private final Trace trace;

  MessageHandler(
      MessageCatalog catalog,
      Reactions reactions,
      Inbox inbox,
      TransactionalOutbox outbox,
      TransactionOperations transaction,
      MessageReader reader,
      Trace trace) {
    this.catalog = catalog;
    this.reactions = reactions;
    this.inbox = inbox;
    this.outbox = outbox;
    this.transaction = transaction;
    this.reader = reader;
    this.trace = trace;
  }

  /**
   * Handles it.
   *
   * @throws UnreadableMessageException when it cannot be read
   */
  Outcome handle(Incoming incoming) {
    String type = incoming.headers().get(EnvelopeHeaders.TYPE);
    Optional<ReactionBinding<?>> binding = type == null ? Optional.empty() : reactions.to(type);
    if (binding.isPresent()) {
      return react(incoming, binding.get());
    }
    if (type == null || catalog.classOf(type).isEmpty()) {
      throw new UnreadableMessageException(
          type == null ? "the header ce_type is missing" : "nobody here knows the type " + type);
    }
    return Outcome.NOT_OURS;
  }

  private <M> Outcome react(Incoming incoming, ReactionBinding<M> binding) {
    Received<M> message = reader.read(incoming, binding.reactsTo());
    return trace.continuing(
        Trace.headersIn(incoming.headers()),
        binding.name(),
        () -> Objects.requireNonNull(transaction.execute(_ -> once(message, binding))));
  }

  private <M> Outcome once(Received<M> message, ReactionBinding<M> binding) {
    if (!inbox.keep(message.messageId(), message.type())) {
      return Outcome.DUPLICATE;
    }
    binding.react(message, outbox.causedBy(message.messageId(), message.saga()));
    return Outcome.DONE;
  }
}
