package dev.bricklayer.messaging;

/**
 * Hears every message of one kind in every copy of a service: a consumer without group that begins
 * at the end. It may miss what was sent while this copy was down and may hear a message twice, so
 * what it does must be harmless twice, and a {@link RepeatableReaction} does the same where nothing
 * may be missed. An observer is a Spring bean.
 *
 * @param <M> the message's class
 */
public interface Observer<M> {

  /** The message it listens to. */
  Class<M> listensTo();

  /** Called on the observer's own consumer thread; it should be short. */
  void observe(Received<M> message);
}
