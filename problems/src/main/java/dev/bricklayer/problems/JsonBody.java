package dev.bricklayer.problems;

import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON object a request carries. A controller takes it as a parameter, without annotation; when
 * the body is no JSON object of bearable size, the controller is not called and the caller hears a
 * problem (400, 413 or 415).
 */
public final class JsonBody {

  private final ObjectNode root;

  JsonBody(ObjectNode root) {
    this.root = root;
  }

  /**
   * A body from its bytes.
   *
   * @throws Problem {@code malformed} when it is no JSON object: with line and column
   */
  public static JsonBody of(byte[] bytes) {
    return new JsonBody(StrictJson.parse(bytes));
  }

  /**
   * Reads the body into a value of the caller's.
   *
   * @param read asks for every field that may be there and makes the value; it is called once, and
   *     must bear stand-ins for what is faulty
   * @throws Problem 422 with all faults of the body at once: what {@code read} met, and every field
   *     it did not ask for
   */
  public <T> T read(Function<Fields, T> read) {
    FaultReport report = new FaultReport();
    T value = read.apply(new Fields(root, JsonPointer.empty(), report));
    report.close();
    return value;
  }
}
