package dev.bricklayer.problems;

/**
 * One thing that is wrong with a request.
 *
 * @param place where
 * @param code stable, for programs: {@code required}, {@code too-long}, …
 * @param detail what to do about it, for people
 */
public record Fault(Place place, String code, Text detail) {

  /** A fault of the body at a JSON pointer. */
  public static Fault at(String pointer, String code, Text detail) {
    return new Fault(new Place.Pointer(pointer), code, detail);
  }

  /** A fault of a query parameter. */
  public static Fault inParameter(String name, String code, Text detail) {
    return new Fault(new Place.Parameter(name), code, detail);
  }

  /** A fault of a header. */
  public static Fault inHeader(String name, String code, Text detail) {
    return new Fault(new Place.Header(name), code, detail);
  }
}
