package dev.bricklayer.testkit.explorer;

import java.util.List;

/**
 * What can happen, and what must hold.
 *
 * @param <W> one state of everything: immutable, compared by value
 */
public interface Model<W> {

  /** Where everything begins. */
  W start();

  /** Everything that can happen next. */
  List<Move<W>> moves(W world);

  /** The promises that are broken in this world; empty when all hold. */
  List<String> broken(W world);

  /**
   * One thing that can happen.
   *
   * @param what in words, for the history of a broken promise
   * @param next the world afterwards
   * @param <W> the worlds
   */
  record Move<W>(String what, W next) {}
}
