package dev.bricklayer.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A reaction that needs a call to the outside: two transactions around the call. The first keeps
 * the intent (with inbox and state), the second the outcome (with outbox). Between them no
 * transaction and no partition waits: the Kafka record is done after the first. A call may be made
 * more than once (crash, time-out, another copy taking over), so it finds or creates and recognises
 * what an earlier attempt left.
 *
 * @param <M> the message's class
 * @param <C> the call, kept as JSON in the intent table; it carries no secret in clear
 * @param <O> the call's outcome, never kept
 */
public interface CallingReaction<M, C, O> {

  /** The message it reacts to. */
  Class<M> reactsTo();

  /** The class of the call, so that an intent can be read back. */
  Class<C> callType();

  /**
   * The call that this message will most probably lead to, where it only looks and changes nothing
   * out there; null when nothing can be foreseen. It is made beside the first transaction: when
   * that intends an equal call, its first attempt has been made already, and otherwise it was in
   * vain.
   */
  default @Nullable C foresee(Received<M> message) {
    return null;
  }

  /**
   * First transaction: what to call, or null when nothing needs to be called (then answers, if any,
   * are sent right away).
   */
  @Nullable Intent<C> intend(Received<M> message, Outgoing out);

  /** The call itself, on a virtual thread, without a transaction. */
  Attempt<O> call(C call);

  /**
   * Second transaction, which commits once: what the outcome means. It decides by the rows as they
   * are now: while the call was under way the saga may have been undone.
   */
  void conclude(C call, O outcome, Outgoing out);

  /**
   * In place of the second transaction, when the time of the call is over and nothing was
   * concluded. In a saga there is nothing to do: whoever owns the deadline ends it.
   */
  default void expired(C call, Outgoing out) {}
}
