package dev.bricklayer.messaging;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Handles messages: inbox row, reaction and outbox rows in one transaction. */
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

  /** What can be done before the first message comes. */
  void prepare() {
    reader.prepareFor(reactions.types());
  }

  /**
   * Handles it in a transaction of its own.
   *
   * @throws UnreadableMessageException when it cannot be read
   */
  Outcome handle(Incoming incoming) {
    return handle(incoming, this::inOwnTransaction);
  }

  /**
   * Handles it in the caller's transaction.
   *
   * @throws UnreadableMessageException when it cannot be read
   */
  Outcome handleWithin(Incoming incoming) {
    return handle(incoming, this::inCallersTransaction);
  }

  /** How a message is handled whose reaction is found. */
  private interface Way {
    <M> Outcome take(Received<M> message, ReactionBinding<M> binding);
  }

  private Outcome handle(Incoming incoming, Way way) {
    String type = incoming.headers().get(EnvelopeHeaders.TYPE);
    Optional<ReactionBinding<?>> binding = reactionTo(type);
    if (binding.isPresent()) {
      return react(incoming, binding.get(), way);
    }
    if (type == null || catalog.classOf(type).isEmpty()) {
      throw new UnreadableMessageException(
          type == null ? "the header ce_type is missing" : "nobody here knows the type " + type);
    }
    return Outcome.NOT_OURS;
  }

  /** Whether it can be handled again without harm, and so together with others. */
  boolean isRepeatable(Incoming incoming) {
    return reactionTo(incoming.headers().get(EnvelopeHeaders.TYPE))
        .filter(ReactionBinding::isRepeatable)
        .isPresent();
  }

  /**
   * Handles repeatable messages in one transaction, in this order: all of them or none.
   *
   * @throws UnreadableMessageException when one cannot be read
   */
  void handleTogether(List<Incoming> repeatable) {
    transaction.executeWithoutResult(_ -> repeatable.forEach(this::handleWithin));
  }

  private Optional<ReactionBinding<?>> reactionTo(@Nullable String type) {
    return type == null ? Optional.empty() : reactions.to(type);
  }

  private <M> Outcome react(Incoming incoming, ReactionBinding<M> binding, Way way) {
    Received<M> message = reader.read(incoming, binding.reactsTo());
    return trace.continuing(
        Trace.headersIn(incoming.headers()), binding.name(), () -> way.take(message, binding));
  }

  private <M> Outcome inCallersTransaction(Received<M> message, ReactionBinding<M> binding) {
    if (!binding.isRepeatable() && !inbox.keep(message.messageId(), message.type())) {
      return Outcome.DUPLICATE;
    }
    binding.react(message, outbox.causedBy(message.messageId(), message.saga()));
    return Outcome.DONE;
  }

  /**
   * The inbox is asked last, with what the transaction writes last anyway: a duplicate is rare, and
   * what was done about it for a second time is rolled back.
   */
  private <M> Outcome inOwnTransaction(Received<M> message, ReactionBinding<M> binding) {
    try {
      transaction.executeWithoutResult(_ -> reactOnce(message, binding));
      return Outcome.DONE;
    } catch (Inbox.KnownMessageException duplicate) {
      return Outcome.DUPLICATE;
    } catch (RuntimeException e) {
      if (isKnown(message, binding, e)) {
        return Outcome.DUPLICATE;
      }
      throw e;
    }
  }

  private <M> void reactOnce(Received<M> message, ReactionBinding<M> binding) {
    if (!binding.isRepeatable()) {
      inbox.keepAtCommit(message.messageId(), message.type());
    }
    binding.react(message, outbox.causedBy(message.messageId(), message.saga()));
  }

  /** What was done before may be the reason why it cannot be done again. */
  private boolean isKnown(Received<?> message, ReactionBinding<?> binding, RuntimeException why) {
    if (binding.isRepeatable() || Fault.of(why) != Fault.BUG) {
      return false;
    }
    return inbox.knows(message.messageId());
  }
}
