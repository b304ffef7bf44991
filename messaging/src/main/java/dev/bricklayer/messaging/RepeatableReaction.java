package dev.bricklayer.messaging;

/**
 * What a service does about one kind of message where doing it again changes nothing: it keeps the
 * newest word of something and passes over older ones, it ends what may have ended. So nothing is
 * written to remember the message by, and those that one poll brought share one transaction: where
 * there is much to do, a commit does for many. It runs at least once per message, the messages of a
 * key in their order; a service has one reaction per kind of message. It is a Spring bean.
 *
 * <p>Nothing can be sent from here: it would be sent again. For faults, what holds for a {@link
 * Reaction} does: when one message of several breaks their transaction, each is tried in its own.
 *
 * @param <M> the message's class
 */
public interface RepeatableReaction<M> {

  /** The message it reacts to. */
  Class<M> reactsTo();

  /** Reads and writes rows. Never calls the outside. */
  void react(Received<M> message);
}
