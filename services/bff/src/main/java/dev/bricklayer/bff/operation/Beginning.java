package dev.bricklayer.bff.operation;

/** What became of the wish to begin an operation. */
public sealed interface Beginning {

  /** It has begun with this transaction. */
  record Begun(Operation operation) implements Beginning {}

  /** The same request began it before, under the same key. */
  record Repeated(Operation operation) implements Beginning {}

  /** The key was used for another request. */
  record KeyOfAnother() implements Beginning {}
}
