package dev.bricklayer.testkit.explorer;

import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.saga.Decision;
import java.util.List;

/**
 * One service of a saga, as the explorer plays it: its decisions, with everything that the outside
 * may answer.
 *
 * @param <S> what it knows
 * @param <C> the calls it can make
 */
public interface Participant<S, C> {

  /** What it knows before it hears anything. */
  S start();

  /**
   * What it may decide when it hears this: one choice for each thing it may find in its database.
   */
  List<Choice<S, C>> hears(S known, Message message);

  /** What it may decide after its call: one choice for each thing the outside may answer. */
  List<Choice<S, C>> concludes(S known, C call);

  /**
   * What there may be after its call was made and its answer lost, where what it knows here
   * includes what the outside holds. Without an outside of its own nothing changes.
   */
  default List<S> unheard(S known, C call) {
    return List.of(known);
  }

  /**
   * Whether the call is no longer made after the deadline; one that takes back goes on for ever.
   */
  default boolean givesUp(C call) {
    return true;
  }

  /** The one thing that it may decide. */
  static <S, C> List<Choice<S, C>> only(Decision<S, C> decision) {
    return List.of(new Choice<>("", decision));
  }

  /**
   * One possible decision.
   *
   * @param because what was found or answered, in words; empty where there was nothing to choose
   * @param decision what follows
   * @param <S> what the service knows
   * @param <C> the calls it can make
   */
  record Choice<S, C>(String because, Decision<S, C> decision) {}
}
