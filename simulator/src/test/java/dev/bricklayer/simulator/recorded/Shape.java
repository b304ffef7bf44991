package dev.bricklayer.simulator.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Compares an answer with the names and types of fields that were recorded. {@code =words} stands
 * for these very words.
 */
final class Shape {

  private final UnaryOperator<String> symbols;
  private final boolean excerpt;
  private final List<String> differences = new ArrayList<>();

  private Shape(UnaryOperator<String> symbols, boolean excerpt) {
    this.symbols = symbols;
    this.excerpt = excerpt;
  }

  /**
   * What differs, one line each; empty for nothing.
   *
   * @param symbols gives the value of {@code {…}}
   * @param excerpt whether the answer may hold more fields than were recorded
   */
  static List<String> differences(
      JsonNode expected, JsonNode actual, UnaryOperator<String> symbols, boolean excerpt) {
    Shape shape = new Shape(symbols, excerpt);
    shape.compare("", expected, actual);
    return shape.differences;
  }

  private void compare(String at, JsonNode expected, JsonNode actual) {
    if (expected.isObject()) {
      compareObjects(at, expected, actual);
    } else if (expected.isArray()) {
      compareArrays(at, expected, actual);
    } else if (!fits(expected.asString(), actual)) {
      differences.add(at + ": expected " + expected.asString() + ", was " + actual);
    }
  }

  private void compareObjects(String at, JsonNode expected, JsonNode actual) {
    if (!actual.isObject()) {
      differences.add(at + ": expected an object, was " + actual);
      return;
    }
    Set<String> names = new TreeSet<>(actual.propertyNames());
    for (var field : expected.properties()) {
      String name = field.getKey().startsWith("{") ? symbols.apply(field.getKey()) : field.getKey();
      if (names.remove(name)) {
        compare(at + "/" + name, field.getValue(), actual.path(name));
      } else {
        differences.add(at + "/" + name + ": missing");
      }
    }
    if (!excerpt) {
      names.forEach(name -> differences.add(at + "/" + name + ": not on the real server"));
    }
  }

  private void compareArrays(String at, JsonNode expected, JsonNode actual) {
    if (!actual.isArray() || actual.size() != expected.size()) {
      differences.add(at + ": expected " + expected.size() + " elements, was " + actual);
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      compare(at + "/" + i, expected.get(i), actual.get(i));
    }
  }

  private boolean fits(String type, JsonNode actual) {
    return switch (type) {
      case "string" -> actual.isString();
      case "number" -> actual.isNumber();
      case "boolean" -> actual.isBoolean();
      case "null" -> actual.isNull();
      case "id" -> actual.isString() && actual.asString().matches("[a-z0-9]{26}");
      default ->
          actual.isString()
              && actual
                  .asString()
                  .equals(type.startsWith("=") ? type.substring(1) : symbols.apply(type));
    };
  }
}
