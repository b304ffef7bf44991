package dev.bricklayer.messaging;

/**
 * A service's reaction to one kind of message.
 *
 * @param <M> the message's class
 */
sealed interface ReactionBinding<M> {

  Class<M> reactsTo();

  /** The service's own. */
  Object reaction();

  /** The class that reacts, for people. */
  default String name() {
    return reaction().getClass().getSimpleName();
  }

  /** Whether it does no harm twice, and so needs no inbox. */
  default boolean isRepeatable() {
    return switch (this) {
      case Repeatable<M> _ -> true;
      case Inside<M> _, Outside<M, ?, ?> _ -> false;
    };
  }

  /** Reacts, in the message's transaction. */
  void react(Received<M> message, Outgoing out);

  /** A reaction that stays inside. */
  record Inside<M>(Reaction<M> reaction) implements ReactionBinding<M> {

    @Override
    public Class<M> reactsTo() {
      return reaction.reactsTo();
    }

    @Override
    public void react(Received<M> message, Outgoing out) {
      reaction.react(message, out);
    }
  }

  /** A reaction that does no harm twice. */
  record Repeatable<M>(RepeatableReaction<M> reaction) implements ReactionBinding<M> {

    @Override
    public Class<M> reactsTo() {
      return reaction.reactsTo();
    }

    @Override
    public void react(Received<M> message, Outgoing out) {
      reaction.react(message);
    }
  }

  /** A reaction with a call to the outside. */
  record Outside<M, C, O>(CallingReaction<M, C, O> reaction, Calls calls)
      implements ReactionBinding<M> {

    @Override
    public Class<M> reactsTo() {
      return reaction.reactsTo();
    }

    @Override
    public void react(Received<M> message, Outgoing out) {
      Calls.Look<C, O> ahead = calls.lookAhead(reaction, message);
      Intent<C> intent = reaction.intend(message, out);
      if (intent != null) {
        calls.begin(message, intent, ahead);
      }
    }
  }
}
