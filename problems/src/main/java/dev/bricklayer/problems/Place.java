package dev.bricklayer.problems;

/** Where in a request a fault is. */
public sealed interface Place {

  /**
   * In the body.
   *
   * @param value a JSON pointer (RFC 6901); empty for the whole body
   */
  record Pointer(String value) implements Place {}

  /** In the query. */
  record Parameter(String name) implements Place {}

  /** In a header. */
  record Header(String name) implements Place {}
}
