package dev.bricklayer.contracts.saga;

import dev.bricklayer.contracts.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service makes of a message: a value, so that the explorer can play with it and a handler
 * only has to carry it out in one transaction.
 *
 * @param next what the service knows from now on
 * @param send the messages to send, in this order
 * @param call the call to the outside to make after the commit; absent when there is none
 * @param <S> what the service knows about one saga
 * @param <C> the calls it can make
 */
public record Decision<S, C>(S next, List<Message> send, @Nullable C call) {

  /** Nothing changes, nothing is sent. */
  public static <S, C> Decision<S, C> stay(S known) {
    return new Decision<>(known, List.of(), null);
  }

  /** Know this from now on and send these. */
  public static <S, C> Decision<S, C> become(S next, Message... send) {
    return new Decision<>(next, List.of(send), null);
  }

  /** Know this from now on and make this call. */
  public static <S, C> Decision<S, C> calling(S next, C call) {
    return new Decision<>(next, List.of(), call);
  }
}
